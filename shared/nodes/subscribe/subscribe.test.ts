import { expect, test } from 'vitest';
import { turn } from '../turn.fixture.ts';
import { subscribe } from './node.ts';

test.each([true, false])('subscribed: %s is what it changes', (subscribed) => {
  expect(subscribe.decide(turn({ topic: 'news', subscribed }))).toMatchObject({
    kind: 'leave',
    port: 'next',
    changes: [{ kind: 'subscription', topic: 'news', subscribed }],
  });
});

test('a topic of blanks is none', () => {
  expect(subscribe.problems?.({ topic: ' ', subscribed: true }, {})).toMatchObject([{ path: 'topic' }]);
});

test('a topic is called by its name', () => {
  const names = { template: () => undefined, segment: () => undefined, topic: () => 'お便り' };
  expect(subscribe.summary({ topic: 'letters', subscribed: false }, 'ja', names)).toBe('「お便り」の購読を止める');
});
