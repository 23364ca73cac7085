import { expect, test } from 'vitest';
import { businessDayAfter, ClosedDays, isBusinessDay } from './business-days.ts';
import { DAY_LENGTH } from './day.ts';

const day = (date: string) => Date.parse(date) / DAY_LENGTH;
const date = (number: number) => new Date(number * DAY_LENGTH).toISOString().slice(0, 10);
const newYear = ['12-29/01-03'];

test.each([
  ['2026-11-20', 1, [], '2026-11-24'], // Friday; Monday is 勤労感謝の日
  ['2026-11-21', 0, [], '2026-11-24'], // from a Saturday
  ['2026-11-21', 1, [], '2026-11-24'],
  ['2026-11-24', 0, [], '2026-11-24'],
  ['2026-04-28', 3, [], '2026-05-07'], // Golden Week: 30 April, 1 May, 7 May
  ['2026-12-28', 1, [], '2026-12-29'],
  ['2026-12-28', 1, newYear, '2027-01-04'],
  ['2026-08-11', 1, ['2026-08-12/2026-08-16'], '2026-08-17'],
  ['2027-08-11', 1, ['2026-08-12/2026-08-16'], '2027-08-12'],
  ['2026-06-14', 1, ['06-15'], '2026-06-16'],
])('%s + %i business days, closed %j: %s', (from, n, closed, to) => {
  expect(date(businessDayAfter(day(from), n, closed))).toBe(to);
});

test('n business days after a date are n days that are business days', () => {
  for (let from = day('2026-01-01'); from < day('2027-01-01'); from++)
    for (const n of [1, 5, 20]) {
      const to = businessDayAfter(from, n, newYear);
      const between = Array.from({ length: to - from }, (_, i) => from + 1 + i);
      expect(between.filter((one) => isBusinessDay(one, newYear))).toHaveLength(n);
      expect(isBusinessDay(to, newYear)).toBe(true);
    }
});

test('a shop that is always closed is told so', () => {
  expect(() => businessDayAfter(day('2026-01-01'), 1, ['01-01/12-31'])).toThrow('no business day follows');
});

test('closed days are dates of every year or of one', () => {
  for (const good of ['12-29/01-03', '06-15', '2026-08-12/2026-08-16', '2026-08-12'])
    expect(ClosedDays.safeParse(good).success, good).toBe(true);
  for (const bad of ['12/29', '13-01', '2026-08-12/08-16', '08-12/2026-08-16', '2026-12-29/', ''])
    expect(ClosedDays.safeParse(bad).success, bad).toBe(false);
});
