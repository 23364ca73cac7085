import { expect, test } from 'vitest';
import { turn } from '../turn.fixture.ts';
import { holdout } from './node.ts';

const portOf = (customer: number, percent: number, id = 1) => {
  const outcome = holdout.decide(
    turn({ percent, salt: 's' }, { enrollment: { id, customer, journey: 3, node: 'n1' } }),
  );
  return outcome.kind === 'leave' ? outcome.port : '';
};
const customers = Array.from({ length: 20_000 }, (_, i) => i);

test('as many are kept out as were asked for, and always the same ones', () => {
  const out = customers.filter((customer) => portOf(customer, 5) === 'out');
  expect(out.length).toBeGreaterThan(900);
  expect(out.length).toBeLessThan(1100);
  expect(customers.filter((customer) => portOf(customer, 5, 99) === 'out')).toEqual(out);
});

test('a larger share keeps out everybody that the smaller one did', () => {
  const out = customers.filter((customer) => portOf(customer, 5) === 'out');
  expect(out.filter((customer) => portOf(customer, 10) === 'in')).toEqual([]);
});
