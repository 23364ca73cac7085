import { expect, test } from 'vitest';
import { neighbour, sampleId, sampleOf } from './samples.ts';

const IDS = ['sample', 'nameless', 'c7', 'c3'];

test.each([
  ['sample', 1, { persona: 'nameless' }],
  ['nameless', 1, { customer: 7 }],
  ['c3', 1, {}],
  ['sample', -1, { customer: 3 }],
  ['c99', 1, {}], // found by search, not in the list
] as const)('from %s by %d', (id, step, next) => {
  expect(neighbour(IDS, id, step)).toEqual(next);
});

test('a choice is the sample it was made from', () => {
  for (const id of IDS) expect(sampleId(sampleOf(id))).toBe(id);
});
