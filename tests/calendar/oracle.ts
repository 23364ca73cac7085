import type { Window } from '@tabiji/shared/time/window.ts';
import { WEEKDAYS } from '@tabiji/shared/time/day.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { ClockChange } from './clock-changes.ts';

export const DAY = 86_400_000;

/** What the clock on the wall shows around a change: local time as a number. */
export const wallAt = ({ at, before, after }: ClockChange, instant: Millis): Millis =>
  instant + (instant < at ? before : after);

/** The first instant whose wall clock shows `local` or, where the clocks skip that, more. */
export const firstShowing = ({ at, before, after }: ClockChange, local: Millis): Millis =>
  local - before < at ? local - before : Math.max(at, local - after);

export const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
const weekday = (day: number) => WEEKDAYS[(((day + 3) % 7) + 7) % 7]!;

/** Tells whether a wall clock shows a time inside the window, said as plainly as possible. */
export function insideOf({ from, to, days }: Window): (wall: Millis) => boolean {
  const [opens, closes] = [minutes(from), minutes(to)];
  const onDay = (day: number) => days === undefined || days.includes(weekday(day));
  return (wall) => {
    const day = Math.floor(wall / DAY);
    const minute = (wall - day * DAY) / 60_000;
    if (opens < closes) return minute >= opens && minute < closes && onDay(day);
    return (minute >= opens && onDay(day)) || (minute < closes && onDay(day - 1));
  };
}

/**
 * The earliest instant at or after `from` that fits. Around a change of the clocks something can begin at the start, at
 * the change itself, and at each local midnight and opening in both of its offsets: one of these it is.
 */
export function earliest(
  change: ClockChange,
  { from, opens }: { from: Millis; opens: string },
  fits: (wall: Millis) => boolean,
): Millis {
  if (fits(wallAt(change, from))) return from;
  const opening = minutes(opens) * 60_000;
  const first = Math.floor(wallAt(change, from) / DAY) - 1;
  let best = Infinity;
  const look = (instant: Millis) => {
    if (instant >= from && instant < best && fits(wallAt(change, instant))) best = instant;
  };
  look(change.at);
  // A day behind the one that has something lies too far ahead, whatever the offset.
  for (let day = first; day <= first + 10 && day * DAY < best + 2 * DAY; day++)
    for (const offset of [change.before, change.after]) {
      look(day * DAY - offset);
      look(day * DAY + opening - offset);
    }
  return best;
}
