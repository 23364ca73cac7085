import type { Millis } from '../time.ts';
import { nextInWindow, outOfQuietHours, type Window } from '../time/window.ts';
import { outOfBlackout, type Blackout } from './blackout.ts';
import type { QuietHours } from './rules.ts';

/** What a letter's hour is judged by. */
export interface Hours {
  quietHours?: QuietHours | undefined;
  /** The addressee's. */
  quietZone: string;
  sendWindow?: Window | undefined;
  /** The customer's, or the workspace's where the journey says so. */
  windowZone: string;
  /** Days on which it does not go, on the workspace's calendar; absent for what always goes. */
  blackout?: { days: Blackout; zone: string } | undefined;
}

/** Rounds after which blackout, quiet hours and window are taken to exclude each other: a week of days, and then some. */
const MOST_ROUNDS = 20;

/**
 * The first instant at or after `at` on an open day, outside the quiet hours and inside the window, and what it had to wait for
 * first; undefined when there is none.
 */
export function earliest(at: Millis, hours: Hours): { at: Millis; because: Wait['because'] | null } | undefined {
  const waits = waitsUntilOpen(at, hours);
  return waits && { at: waits.at(-1)?.to ?? at, because: waits[0]?.because ?? null };
}

/** What a letter waits for, and until when. */
export interface Wait {
  because: 'blackout' | 'quiet_hours' | 'send_window';
  from: Millis;
  to: Millis;
}

/** Everything that a letter of the instant `at` waits for, one after the other; undefined when it may never go. */
export function waitsUntilOpen(
  at: Millis,
  { quietHours, quietZone, sendWindow, windowZone, blackout }: Hours,
): Wait[] | undefined {
  const waits: Wait[] = [];
  let here = at;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const day = blackout ? outOfBlackout(here, blackout.days, blackout.zone) : here;
    if (day === undefined) return undefined;
    const awake = quietHours ? outOfQuietHours(day, quietHours, quietZone) : day;
    const open = sendWindow ? nextInWindow(awake, sendWindow, windowZone) : awake;
    if (open === here) return waits;
    if (day > here) waits.push({ because: 'blackout', from: here, to: day });
    if (awake > day) waits.push({ because: 'quiet_hours', from: day, to: awake });
    if (open > awake) waits.push({ because: 'send_window', from: awake, to: open });
    here = open;
  }
  return undefined;
}
