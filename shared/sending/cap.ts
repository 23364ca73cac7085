import type { Day } from '../time/day.ts';
import type { CapLimit } from './rules.ts';

/**
 * How many more letters a customer may get on a day.
 * @param days local dates of the letters that count so far, one entry a letter
 */
export function roomOn(day: Day, days: readonly Day[], limits: readonly CapLimit[]): number {
  const rooms = limits.map((limit) => limit.letters - days.filter((one) => isWithin(one, day, limit)).length);
  return Math.max(0, Math.min(...rooms));
}

/** The first day at or after `today` on which there is room for a letter, if nothing else goes until then. */
export function firstDayWithRoom(today: Day, days: readonly Day[], limits: readonly CapLimit[]): Day {
  let day = today;
  while (roomOn(day, days, limits) === 0) day++; // ends: what counts now counts no longer a month from now
  return day;
}

/** What still has to be remembered on a day. */
export const stillCounting = (day: Day, days: readonly Day[], limits: readonly CapLimit[]): Day[] =>
  days.filter((one) => limits.some((limit) => one > day - limit.days));

const isWithin = (one: Day, day: Day, limit: CapLimit): boolean => one <= day && one > day - limit.days;
