import { z } from 'zod';
import type { Millis } from '../time.ts';

/** A date on the calendar as the number of days since 1970-01-01. */
export type Day = number;

export const DAY_LENGTH = 86_400_000;

/** Days of the week in the order of `weekdayOf`. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const Weekday = z.enum(WEEKDAYS);
export type Weekday = z.infer<typeof Weekday>;

export const Weekdays = z.array(Weekday).min(1).describe('days of the week, such as ["mon", "thu"]');

/** The date of a local time (`localMillis`). */
export const dayOf = (local: Millis): Day => Math.floor(local / DAY_LENGTH);

export const weekdayOf = (day: Day): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7]!; // 1970-01-01 was a Thursday

export interface YearMonthDay {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
}

export function partsOfDay(day: Day): YearMonthDay {
  const date = new Date(day * DAY_LENGTH);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A date; days beyond the month's end run on into the next month, as `Date` has it. */
export const dayFrom = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY_LENGTH;

/** `09:30` → 34,200,000. */
export const millisOf = (timeOfDay: string): Millis =>
  (Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3))) * 60_000;
