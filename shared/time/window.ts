import { z } from 'zod';
import { TimeOfDay, type Millis } from '../time.ts';
import { DAY_LENGTH, dayOf, millisOf, weekdayOf, Weekdays, type Day } from './day.ts';
import { firstInstant, spanAt } from './spans.ts';

/**
 * A part of the day, by the clock on the wall: from `from` until just before `to`. `22:00`–`02:00` runs across midnight
 * and belongs to the day on which it opens; equal times mean around the clock.
 */
export const Window = z.strictObject({
  from: TimeOfDay.describe('the window opens'),
  to: TimeOfDay.describe('the window closes; earlier than `from`: on the next day'),
  days: Weekdays.optional().describe('days of the week on which it opens; every day when left out'),
});
export type Window = z.infer<typeof Window>;

/** Hours in which nobody is written to. */
export type QuietHours = Pick<Window, 'from' | 'to'>;

/** Beyond this many days nothing is looked for: what has not come until then never comes. */
const FARTHEST = 3 * 366;

/** Whether the clock on the wall shows a time inside the window. */
export function isInWindow(at: Millis, window: Window, zone: string): boolean {
  const local = at + spanAt(at, zone).offset;
  return nextLocalInWindow(local, window) === local;
}

/**
 * The first instant at or after `at` inside the window. A window that a change of the clocks swallows whole does not
 * open that day.
 * @throws Error when the window never opens, which its schema excludes
 */
export function nextInWindow(at: Millis, window: Window, zone: string): Millis {
  const found = firstInstant(at, zone, (local) => nextLocalInWindow(local, window));
  if (found === undefined) throw new Error(`the window ${window.from}–${window.to} never opens`);
  return found;
}

/** The first instant at or after `at` that lies outside the quiet hours; equal times mean no quiet hours. */
export const outOfQuietHours = (at: Millis, quiet: QuietHours, zone: string): Millis =>
  quiet.from === quiet.to ? at : nextInWindow(at, { from: quiet.to, to: quiet.from }, zone);

/**
 * The earliest local time at or after `local` that lies in the window and on a day that `allows` accepts (by its own
 * date, also behind midnight); undefined when there is none within three years.
 */
export function nextLocalInWindow(
  local: Millis,
  window: Window | undefined,
  allows: (day: Day) => boolean = () => true,
): Millis | undefined {
  const today = dayOf(local);
  for (let day = today; day <= today + FARTHEST; day++) {
    if (!allows(day)) continue;
    const midnight = day * DAY_LENGTH;
    for (const [from, to] of window ? openOn(day, window) : [[0, DAY_LENGTH] as const])
      if (local < midnight + to) return Math.max(local, midnight + from);
  }
  return undefined;
}

/** The parts of a date that a window covers, in milliseconds since midnight, ascending. */
function openOn(day: Day, { from, to, days }: Window): (readonly [Millis, Millis])[] {
  const [opens, closes] = [millisOf(from), millisOf(to)];
  const isOpening = (one: Day) => days === undefined || days.includes(weekdayOf(one));
  if (opens < closes) return isOpening(day) ? [[opens, closes]] : [];
  return [
    ...(isOpening(day - 1) && closes > 0 ? [[0, closes] as const] : []),
    ...(isOpening(day) ? [[opens, DAY_LENGTH] as const] : []),
  ];
}
