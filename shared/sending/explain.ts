import type { InstantStep, SkippedDay } from '../time/instant-step.ts';
import { DAY_LENGTH, dayOf, type Day } from '../time/day.ts';
import { fromLocalMillis, localMillis, type Millis } from '../time.ts';
import { blackoutOn } from './blackout.ts';
import { waitsUntilOpen, type Hours } from './earliest.ts';
import type { Cap } from './rules.ts';

/** What somebody has stopped, and lets go again. */
const UNTIMED = ['paused', 'promotion_hold', 'stopped', 'sender_paused', 'unreleased', 'product_paused'] as const;

/** Why a letter of the instant `since` goes at `until`: quiet hours and window, or the cap and then those. */
export function explainHold(
  { since, until, why }: { since: Millis; until: Millis; why: string },
  hours: Hours,
  cap: Cap | undefined,
): InstantStep[] {
  const stopped = UNTIMED.find((one) => one === why);
  if (stopped) return [{ rule: stopped, from: since, to: until }];
  if (why !== 'cap') return opening(since, hours);
  const day = fromLocalMillis(dayOf(localMillis(until, hours.quietZone)) * DAY_LENGTH, hours.quietZone);
  const free = Math.max(since, Math.min(day, until));
  return [{ rule: 'cap', from: since, to: free, ...(cap && { limits: cap.limits }) }, ...opening(free, hours)];
}

const opening = (at: Millis, hours: Hours): InstantStep[] =>
  (waitsUntilOpen(at, hours) ?? []).map(({ because, from, to }) => {
    if (because === 'blackout') return { rule: because, from, to, skipped: passedOver(from, to, hours) };
    const window = because === 'quiet_hours' ? hours.quietHours : hours.sendWindow;
    return { rule: because, from, to, ...(window && { window }) };
  });

const MOST_NAMED = 31;

/** The blackout days between two instants, each with its name. */
function passedOver(from: Millis, to: Millis, { blackout }: Hours): SkippedDay[] {
  if (!blackout) return [];
  const [first, open] = [from, to].map((at) => dayOf(localMillis(at, blackout.zone))) as [Day, Day];
  return Array.from({ length: Math.min(open - first, MOST_NAMED) }, (_, i) => first + i).flatMap((day) => {
    const why = blackoutOn(day, blackout.days);
    return why ? [{ date: new Date(day * DAY_LENGTH).toISOString().slice(0, 10), ...why }] : [];
  });
}
