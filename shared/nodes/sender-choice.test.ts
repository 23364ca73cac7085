import { expect, test } from 'vitest';
import { email } from './email/node.ts';
import { series } from './series/node.ts';

const around = { templates: new Set(['hello']), senders: new Set(['main']) };

test('a sender that cannot be used stops publishing, and one press leaves the choice to the default one', () => {
  const [found] = email.problems!({ template: 'hello', sender: 'gone' }, around);
  expect(found).toMatchObject({ severity: 'error', code: 'E14', path: 'sender' });
  expect(email.problems!(email.config.parse(found!.fix!.value), around)).toEqual([]);
  expect(series.problems!({ templates: ['hello'], whenEmpty: 'leave', sender: 'gone' }, around)).toMatchObject([
    { code: 'E14', fix: { value: { templates: ['hello'], whenEmpty: 'leave' } } },
  ]);
});

test.each([undefined, 'main'])('a sender that is there, or none, is no problem: %s', (sender) => {
  expect(email.problems!({ template: 'hello', sender }, around)).toEqual([]);
});

test('where nobody knows the senders nothing is judged', () => {
  expect(email.problems!({ template: 'hello', sender: 'gone' }, {})).toEqual([]);
});
