import { expect, test } from 'vitest';
import { ROW_HEIGHT, rowsInSight } from './rows-in-sight.ts';

test('of 100,000 rows a dozen or two are drawn, those in sight among them', () => {
  const { first, last } = rowsInSight({ top: 50_000 * ROW_HEIGHT, height: 400, count: 100_000 });
  expect(first).toBeLessThanOrEqual(50_000);
  expect(last).toBeGreaterThanOrEqual(50_005);
  expect(last - first).toBeLessThan(20);
});

test('the ends of the list are the ends', () => {
  expect(rowsInSight({ top: 0, height: 400, count: 3 })).toEqual({ first: 0, last: 2 });
  expect(rowsInSight({ top: 0, height: 400, count: 0 }).last).toBe(-1);
});
