import { expect, test } from 'vitest';
import type { Facts } from '../../conditions/facts.ts';
import type { Json } from '../../json.ts';
import { NOW, turn } from '../turn.fixture.ts';
import { Update, update, type Step } from './node.ts';

const changed = (steps: Step[], attributes: Record<string, Json> = {}, facts: Partial<Facts> = {}) => {
  const outcome = update.decide(turn({ steps }, { facts: { attributes, ...facts } }));
  return outcome.kind === 'leave' && outcome.changes[0]?.kind === 'attributes' ? outcome.changes[0].set : {};
};

test('attributes are set and cleared; what is so already is no change', () => {
  expect(changed([{ do: 'set', attribute: 'stage', value: 'fan' }], { stage: 'new' })).toEqual({ stage: 'fan' });
  expect(changed([{ do: 'set', attribute: 'stage', value: 'fan' }], { stage: 'fan' })).toEqual({});
  expect(changed([{ do: 'clear', attribute: 'stage' }], { stage: 'fan' })).toEqual({ stage: null });
  expect(changed([{ do: 'clear', attribute: 'stage' }])).toEqual({});
});

test('counters begin at nothing, and tenths add up', () => {
  expect(changed([{ do: 'add', attribute: 'points', by: 5 }])).toEqual({ points: 5 });
  expect(changed([{ do: 'add', attribute: 'points', by: -2 }], { points: '12' })).toEqual({ points: 10 });
  expect(changed([{ do: 'add', attribute: 'points', by: 0.2 }], { points: 0.1 })).toEqual({ points: 0.3 });
});

test('tags are a list without doubles', () => {
  expect(changed([{ do: 'tag', tag: 'vip' }])).toEqual({ tags: ['vip'] });
  expect(
    changed(
      [
        { do: 'tag', tag: 'vip' },
        { do: 'tag', tag: 'tea' },
      ],
      { tags: ['vip'] },
    ),
  ).toEqual({ tags: ['vip', 'tea'] });
  expect(changed([{ do: 'untag', tag: 'vip' }], { tags: ['vip', 'tea'] })).toEqual({ tags: ['tea'] });
  expect(changed([{ do: 'untag', tag: 'vip' }], { tags: ['tea'] })).toEqual({});
});

test('a property is copied from the latest occurrence of an event, if there is one', () => {
  const step: Step = { do: 'copy', attribute: 'size', event: 'measured', property: 'size' };
  const events = { measured: [1, 2].map((size) => ({ at: NOW + size, arrival: size, properties: { size } })) };
  expect(changed([step], {}, { events })).toEqual({ size: 2 });
  expect(changed([step], { size: 1 })).toEqual({});
});

test('steps see what those before them did', () => {
  const steps: Step[] = [
    { do: 'set', attribute: 'n', value: 1 },
    { do: 'add', attribute: 'n', by: 1 },
    { do: 'clear', attribute: 'm' },
    { do: 'add', attribute: 'm', by: 1 },
  ];
  expect(changed(steps, { m: 7 })).toEqual({ n: 2, m: 1 });
});

test('basic data, names that reach for prototypes and empty names are refused', () => {
  const paths = (steps: Step[]) => (update.problems?.({ steps }, {}) ?? []).map(({ path }) => path);
  expect(paths([{ do: 'set', attribute: 'email', value: 'x@example.com' }])).toEqual(['steps.0.attribute']);
  expect(
    paths([
      { do: 'tag', tag: ' ' },
      { do: 'copy', attribute: 'x', event: '', property: '' },
    ]),
  ).toEqual(['steps.0.tag', 'steps.1.event']);
  expect(paths([])).toEqual(['steps']);
  expect(Update.safeParse({ steps: [{ do: 'clear', attribute: '__proto__' }] }).success).toBe(false);
});
