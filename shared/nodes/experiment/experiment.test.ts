import { expect, test } from 'vitest';
import type { Json } from '../../json.ts';
import { turn } from '../turn.fixture.ts';
import { experiment, Experiment } from './node.ts';

const config = Experiment.parse({ ...experiment.initial, then: 'winner', salt: 's' });
const decide = (customer: number, { of = config, ...more }: { of?: Experiment; board?: Json; memory?: Json } = {}) => {
  const outcome = experiment.decide(turn(of, { enrollment: { id: 1, customer, journey: 3, node: 'n1' }, ...more }));
  return outcome.kind === 'leave' ? outcome : undefined;
};
const customers = Array.from({ length: 2000 }, (_, i) => i);
const board = { winner: 'b', at: '2026-03-02T01:00:00Z' };

test('customers are divided by weight and stay with their way', () => {
  const a = customers.filter((customer) => decide(customer)?.port === 'a');
  expect(a.length).toBeGreaterThan(900);
  expect(a.length).toBeLessThan(1100);
  expect(customers.filter((customer) => decide(customer)?.port === 'a')).toEqual(a);
});

test('once decided, newcomers take the best way, if that is wanted', () => {
  expect(customers.every((customer) => decide(customer, { board })?.port === 'b')).toBe(true);
  expect(decide(1, { board })?.why).toBe('winner');
  const keep: Experiment = { ...config, then: 'keep' };
  expect(customers.some((customer) => decide(customer, { of: keep, board })?.port === 'a')).toBe(true);
});

test('who passes again in a round stays with what they had; a winner that is gone binds nobody', () => {
  expect(decide(1, { board, memory: 'a' })).toMatchObject({ port: 'a', why: undefined });
  expect(customers.some((customer) => decide(customer, { board: { ...board, winner: 'gone' } })?.port === 'a')).toBe(
    true,
  );
});

test('it needs two ways that weigh, a goal and some time', () => {
  const paths = (change: Partial<Experiment>) =>
    (experiment.problems?.({ ...config, ...change }, {}) ?? []).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  expect(
    paths({
      arms: [
        { port: 'a', weight: 1 },
        { port: 'b', weight: 0 },
      ],
      goal: { all: [] },
      within: 'PT0S',
    }),
  ).toEqual(['arms', 'goal', 'within']);
});
