import { dayFrom } from '@tabiji/shared/time/day.ts';
import { expect, test } from 'vitest';
import { isoDay, sameDayIn, weeksOf } from './month.ts';

const tones = (year: number, month: number, tone: string) =>
  weeksOf(year, month).flatMap((week) =>
    week.filter((day) => day.isOwn && day.tone === tone).map(({ number }) => number),
  );

test('a month begins its weeks with Sunday and shows whole weeks', () => {
  const weeks = weeksOf(2026, 4);
  expect(weeks.length).toBe(5);
  expect(weeks[0]?.map(({ number, isOwn }) => [number, isOwn])).toEqual([
    [29, false],
    [30, false],
    [31, false],
    [1, true],
    [2, true],
    [3, true],
    [4, true],
  ]);
});

test('Sundays and Japanese holidays, substitutes too, are red; Saturdays have a colour of their own', () => {
  expect(tones(2026, 5, 'red')).toEqual([3, 4, 5, 6, 10, 17, 24, 31]);
  expect(tones(2026, 5, 'saturday')).toEqual([2, 9, 16, 23, 30]);
});

test('another month keeps the number where it has one', () => {
  expect(isoDay(sameDayIn(dayFrom(2026, 3, 31), -1))).toBe('2026-02-28');
  expect(isoDay(sameDayIn(dayFrom(2026, 11, 22), 2))).toBe('2027-01-22');
});
