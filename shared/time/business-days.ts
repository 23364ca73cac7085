import { z } from 'zod';
import { dayFrom, partsOfDay, weekdayOf, type Day } from './day.ts';
import { isJapaneseHoliday } from './japanese-holidays.ts';

const DATE = '(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const CLOSED = new RegExp(`^(?:${DATE}(?:/${DATE})?|\\d{4}-${DATE}(?:/\\d{4}-${DATE})?)$`);

/**
 * Days on which the shop is closed beside weekends and holidays: `12-29/01-03` every year, `2026-08-12/2026-08-16` once,
 * a single day without the second half. Both ends are closed.
 */
export const ClosedDays = z
  .string()
  .regex(CLOSED, 'write closed days as 12-29/01-03 (every year) or 2026-08-12/2026-08-16 (once)')
  .describe('closed days: 12-29/01-03 every year, 2026-08-12/2026-08-16 once');
export type ClosedDays = z.infer<typeof ClosedDays>;

/** Monday to Friday, no Japanese holiday, and not closed. */
export const isBusinessDay = (day: Day, closed: readonly ClosedDays[] = []): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 'sat' && weekday !== 'sun' && !isJapaneseHoliday(day) && !isClosed(day, closed);
};

/** Whether the shop has closed on a day by its own choice. */
export const isClosed = (day: Day, closed: readonly ClosedDays[]): boolean => closed.some((one) => covers(one, day));

/**
 * The nth business day after a date; for 0 the date itself or the first business day after it.
 * @throws Error when there is none within three years, because the shop is closed all year
 */
export function businessDayAfter(from: Day, n: number, closed: readonly ClosedDays[] = []): Day {
  let day = n === 0 ? firstFrom(from, closed) : from;
  for (let left = n; left > 0; left--) day = firstFrom(day + 1, closed);
  return day;
}

function firstFrom(from: Day, closed: readonly ClosedDays[]): Day {
  for (let day = from; day <= from + 3 * 366; day++) if (isBusinessDay(day, closed)) return day;
  throw new Error(`no business day follows: closed ${closed.join(', ')}`);
}

function covers(closed: ClosedDays, day: Day): boolean {
  const [first = '', last = first] = closed.split('/');
  if (first.length > 5) return dateOf(first) <= day && day <= dateOf(last);
  const { month, day: date } = partsOfDay(day);
  const today = `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return first <= last ? first <= today && today <= last : first <= today || today <= last;
}

const dateOf = (iso: string): Day => {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return dayFrom(year, month, day);
};
