import { expect, test } from 'vitest';
import { daysOf, rowOf } from './rows.ts';

test.each([
  [
    { on: '12-29/01-03', name: '年末年始' },
    { name: '年末年始', from: '2026-12-29', to: '2027-01-03', isYearly: true },
  ],
  [{ on: '08-11' }, { name: '', from: '2026-08-11', to: '2026-08-11', isYearly: true }],
  [{ on: '2026-08-12/2026-08-16' }, { name: '', from: '2026-08-12', to: '2026-08-16', isYearly: false }],
])('%o is shown as dates and kept as it was', (days, row) => {
  expect(rowOf(days, 2026)).toEqual(row);
  expect(daysOf(row)).toEqual(days);
});

test('what is not whole, or turned round, is not kept', () => {
  const row = { name: '', from: '2026-08-12', to: '2026-08-11', isYearly: false };
  expect(daysOf(row)).toBeUndefined();
  expect(daysOf({ ...row, from: '' })).toBeUndefined();
  expect(daysOf({ ...row, to: '' })).toEqual({ on: '2026-08-12' });
  expect(daysOf({ ...row, to: '2027-08-13', isYearly: true })).toBeUndefined();
});
