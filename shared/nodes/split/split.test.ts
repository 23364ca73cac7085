import { expect, test } from 'vitest';
import { turn } from '../turn.fixture.ts';
import { split, type Split } from './node.ts';

const CUSTOMERS = 100_000;
const config: Split = {
  arms: [
    { port: 'a', percent: 10 },
    { port: 'b', percent: 30 },
    { port: 'c', percent: 60 },
  ],
  salt: 'k2x9',
};
const portOf = (customer: number, of: Split = config, more: { id?: number; journey?: number; node?: string } = {}) => {
  const outcome = split.decide(turn(of, { enrollment: { id: 1, customer, journey: 3, node: 'n1', ...more } }));
  return outcome.kind === 'leave' ? outcome.port : '';
};

test('100,000 customers go by the ways they should', () => {
  const counts = { a: 0, b: 0, c: 0 };
  for (let customer = 0; customer < CUSTOMERS; customer++) counts[portOf(customer) as keyof typeof counts] += 1;
  const expected = { a: 10_000, b: 30_000, c: 60_000 };
  const chiSquare = Object.entries(expected).reduce(
    (sum, [port, n]) => sum + (counts[port as keyof typeof counts] - n) ** 2 / n,
    0,
  );
  expect(chiSquare).toBeLessThan(13.8); // p = 0.001, 2 degrees
});

test('a customer goes the same way again: at the next entry, in another version, under a copy with the same salt', () => {
  for (let customer = 0; customer < 1000; customer++)
    expect(portOf(customer, config, { id: 77, journey: 8, node: 'other' })).toBe(portOf(customer));
});

test('without a salt the node is its own; with another salt the choice is another', () => {
  const { arms } = config;
  const alike = (one: Split, other: Split, node = 'n1') =>
    Array.from({ length: 1000 }, (_, i) => portOf(i, one) === portOf(i, other, { node })).filter(Boolean).length;
  expect(alike({ arms }, { arms }, 'n2')).toBeLessThan(600);
  expect(alike({ arms }, { arms, salt: 'n1' })).toBe(1000);
  expect(alike(config, { arms, salt: 'else' })).toBeLessThan(600);
});

test('when shares change, only those at the edges move', () => {
  const changed: Split = { ...config, arms: config.arms.map((arm, i) => ({ ...arm, percent: [10, 40, 50][i]! })) };
  const moved = Array.from({ length: 10_000 }, (_, i) => [portOf(i), portOf(i, changed)] as const).filter(
    ([x, y]) => x !== y,
  );
  expect(moved.every(([before, after]) => before === 'c' && after === 'b')).toBe(true);
  expect(moved.length).toBeGreaterThan(800);
});

test.each([
  [[33.3, 33.3, 33.4], []],
  [[0.1, 0.2, 99.7], []],
  [[50, 49.9, 0], ['arms']],
])('%j together: %j', (percents, paths) => {
  const arms = percents.map((percent, i) => ({ port: `p${i}`, percent }));
  expect((split.problems?.({ arms }, {}) ?? []).map(({ path }) => path)).toEqual(paths);
});

test('two ways out of one name are told', () => {
  const arms = [50, 50].map((percent) => ({ port: 'a', percent }));
  expect(split.problems?.({ arms }, {})).toMatchObject([{ path: 'arms.1.port' }]);
});
