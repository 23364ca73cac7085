import { z } from 'zod';
import type { Words } from '../locale.ts';
import { ClosedDays, isClosed } from '../time/business-days.ts';
import { DAY_LENGTH, dayOf, type Day } from '../time/day.ts';
import { japaneseHoliday } from '../time/japanese-holidays.ts';
import { fromLocalMillis, localMillis, type Millis } from '../time.ts';

/** Days of one kind on which no promotions leave, such as the year's end. */
export const BlackoutDays = z.strictObject({
  on: ClosedDays.describe('12-29/01-03 every year, 2026-08-12/2026-08-16 once, a single day without the second half'),
  name: z.string().trim().min(1).max(60).optional(),
});
export type BlackoutDays = z.infer<typeof BlackoutDays>;

/** Days of the workspace's calendar on which no promotional mail leaves; what an order needs always goes. */
export const Blackout = z.strictObject({
  days: z.array(BlackoutDays).max(100),
  holidays: z.boolean().describe('Japanese national holidays too'),
});
export type Blackout = z.infer<typeof Blackout>;

/** Why no promotions leave on a day; undefined: they do. */
export function blackoutOn(
  day: Day,
  { days, holidays }: Blackout,
): { because: 'closed' | 'holiday'; name: Words | null } | undefined {
  const own = days.find(({ on }) => isClosed(day, [on]));
  if (own) return { because: 'closed', name: own.name === undefined ? null : { ja: own.name, en: own.name } };
  const holiday = holidays ? japaneseHoliday(day) : undefined;
  return holiday && { because: 'holiday', name: holiday };
}

/** Beyond this many days nothing is looked for: what has not come until then never comes. */
const FARTHEST = 3 * 366;

/**
 * The instant itself, or the same time of day on the first open day after it: what would have gone at ten goes at ten,
 * not at midnight. Undefined when no day is open for three years.
 */
export function outOfBlackout(at: Millis, blackout: Blackout, zone: string): Millis | undefined {
  const local = localMillis(at, zone);
  const today = dayOf(local);
  for (let day = today; day <= today + FARTHEST; day++)
    if (!blackoutOn(day, blackout))
      return day === today ? at : fromLocalMillis(local + (day - today) * DAY_LENGTH, zone);
  return undefined;
}
