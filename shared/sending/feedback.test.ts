import { expect, test } from 'vitest';
import { FEEDBACK_KINDS, FEEDBACK_STATES, factOf, isTold, joinFacts, stateOf, type FeedbackKind } from './feedback.ts';

const told = (kinds: readonly FeedbackKind[]) => kinds.map(factOf).reduce(joinFacts, 0);

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((first, i) => ordersOf(all.toSpliced(i, 1)).map((rest) => [first, ...rest]));

test('all 720 orders of six feedback events end in the same state', () => {
  const orders = ordersOf(FEEDBACK_STATES);
  expect(orders).toHaveLength(720);
  expect(new Set(orders.map((order) => stateOf(told(order))))).toEqual(new Set(['complained']));
  const withoutComplaint = ordersOf<FeedbackKind>([
    'sent',
    'delayed',
    'machine_clicked',
    'clicked',
    'delivered',
    'failed',
  ]);
  expect(new Set(withoutComplaint.map((order) => stateOf(told(order))))).toEqual(new Set(['clicked']));
});

test('each state outdoes the weaker ones, told in any order and however often', () => {
  for (const [rank, state] of FEEDBACK_STATES.entries()) {
    const weaker = FEEDBACK_STATES.slice(0, rank);
    for (const order of [
      [...weaker, state],
      [state, ...weaker, ...weaker, state],
    ])
      expect(stateOf(told(order))).toBe(state);
  }
});

test('what programs do, delays and failures are known and change no state', () => {
  const facts = told(['delayed', 'failed', 'machine_opened', 'machine_clicked']);
  expect(stateOf(facts)).toBe('sent');
  expect(FEEDBACK_KINDS.filter((kind) => isTold(facts, kind))).toEqual([
    'delayed',
    'failed',
    'machine_opened',
    'machine_clicked',
  ]);
});

test('the bits stay where they are, since they are stored', () => {
  expect(FEEDBACK_KINDS.map(factOf)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
});
