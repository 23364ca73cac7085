import type { InstantStep } from '../time/instant-step.ts';
import { DAY_LENGTH, dayOf } from '../time/day.ts';
import { fromLocalMillis, localMillis, type Millis } from '../time.ts';
import { waitsUntilOpen, type Hours } from './earliest.ts';
import type { Cap } from './rules.ts';

/** Why a letter of the instant `since` goes at `until`: quiet hours and window, or the cap and then those. */
export function explainHold(
  { since, until, why }: { since: Millis; until: Millis; why: string },
  hours: Hours,
  cap: Cap | undefined,
): InstantStep[] {
  if (why === 'paused' || why === 'promotion_hold' || why === 'stopped') return [{ rule: why, from: since, to: until }];
  if (why !== 'cap') return opening(since, hours);
  const day = fromLocalMillis(dayOf(localMillis(until, hours.quietZone)) * DAY_LENGTH, hours.quietZone);
  const free = Math.max(since, Math.min(day, until));
  return [{ rule: 'cap', from: since, to: free, ...(cap && { limits: cap.limits }) }, ...opening(free, hours)];
}

const opening = (at: Millis, hours: Hours): InstantStep[] =>
  (waitsUntilOpen(at, hours) ?? []).map(({ because, from, to }) => {
    const window = because === 'quiet_hours' ? hours.quietHours : hours.sendWindow;
    return { rule: because, from, to, ...(window && { window }) };
  });
