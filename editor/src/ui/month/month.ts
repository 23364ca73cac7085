import { dayFrom, partsOfDay, weekdayOf, WEEKDAYS, type Day } from '@tabiji/shared/time/day.ts';
import { isJapaneseHoliday } from '@tabiji/shared/time/japanese-holidays.ts';

export interface MonthDay {
  day: Day;
  /** Day of the month. */
  number: number;
  /** Whether it belongs to the month that is shown. */
  isOwn: boolean;
  tone: 'plain' | 'saturday' | 'red';
}

/** Weeks of a month from Sunday on, as Japanese calendars have it; `month` runs over (13 is January). */
export function weeksOf(year: number, month: number): MonthDay[][] {
  const first = dayFrom(year, month, 1);
  const last = dayFrom(year, month + 1, 1) - 1;
  const begin = first - ((WEEKDAYS.indexOf(weekdayOf(first)) + 1) % 7);
  const weeks = Math.ceil((last - begin + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => {
      const day = begin + week * 7 + i;
      return { day, number: partsOfDay(day).day, isOwn: day >= first && day <= last, tone: toneOf(day) };
    }),
  );
}

function toneOf(day: Day): MonthDay['tone'] {
  const weekday = weekdayOf(day);
  if (weekday === 'sun' || isJapaneseHoliday(day)) return 'red';
  return weekday === 'sat' ? 'saturday' : 'plain';
}

/** `2026-04-01` for a day, as dates are told to the API. */
export function isoDay(day: Day): string {
  const { year, month, day: number } = partsOfDay(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
}

/** The same number in another month, or its last day. */
export function sameDayIn(day: Day, months: number): Day {
  const { year, month, day: number } = partsOfDay(day);
  const last = dayFrom(year, month + months + 1, 1) - 1;
  return Math.min(dayFrom(year, month + months, 1) + number - 1, last);
}
