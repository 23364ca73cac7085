import type { CohortCounts, CohortLine } from '@tabiji/shared/api/cohort.ts';
import { expect, test } from 'vitest';
import { barsOf, endsOf, figuresOf } from './compare.ts';

const counts = (sent: number, ended: Record<string, number>): CohortCounts => ({
  entered: 10,
  refused: {},
  ended,
  inside: 0,
  exits: {},
  nodes: {},
  edges: {},
  mails: { sent, skipped: 0, capped: 0, heldAtNight: 0 },
  letters: {},
  perDay: [],
  parked: 0,
});
const line = (draft: CohortCounts, published: CohortCounts | null): CohortLine => ({
  done: true,
  people: 10,
  sampled: null,
  error: null,
  run: 10,
  knownUntil: '2026-04-01T00:00:00Z',
  draft,
  published,
  ms: 1,
});

test('figures that are nothing on both sides are left out, but entries and sends never', () => {
  expect(figuresOf(line(counts(0, {}), null))).toEqual([
    { key: 'entered', draft: 10, published: null },
    { key: 'sent', draft: 0, published: null },
  ]);
});

test('an end that only one of both knows is compared with nobody', () => {
  expect(endsOf(line(counts(3, { goal: 2 }), counts(3, { completed: 4, goal: 1 })))).toEqual([
    { key: 'goal', draft: 2, published: 1 },
    { key: 'completed', draft: 0, published: 4 },
  ]);
});

test('many days are drawn by weeks, and nothing is lost', () => {
  const perDay = Array.from({ length: 100 }, (_, i) => ({ date: `d${i}`, sent: 2, estimated: i > 90 ? 1 : 0 }));
  const bars = barsOf(perDay);
  expect([bars.length, bars[0], bars.reduce((sum, { sent }) => sum + sent, 0)]).toEqual([
    15,
    { date: 'd0', sent: 14, estimated: 0 },
    200,
  ]);
  expect(barsOf(perDay.slice(0, 62)).length).toBe(62);
});
