import { expect, test } from 'vitest';
import { marksAt } from './marks.ts';

const live = {
  troubles: [
    { kind: 'quiet', node: 'wait', since: '2026-04-01', usual: 12 },
    { kind: 'parked', node: 'wait', people: 3 },
    { kind: 'behind', since: '2026-04-02T00:00:00Z' },
  ],
  unusual: { wait: 'low', 'branch:yes': 'high' },
} as const;

test('a card is marked by what is wrong at it and at no other, the gravest first', () => {
  expect(marksAt(live, 'wait')).toEqual(['parked', 'quiet', 'low']);
  expect(marksAt(live, 'branch')).toEqual([]);
});
