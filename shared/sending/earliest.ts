import type { Millis } from '../time.ts';
import { nextInWindow, outOfQuietHours, type Window } from '../time/window.ts';
import type { QuietHours } from './rules.ts';

/** What a letter's hour is judged by. */
export interface Hours {
  quietHours?: QuietHours | undefined;
  /** The addressee's. */
  quietZone: string;
  sendWindow?: Window | undefined;
  /** The customer's, or the workspace's where the journey says so. */
  windowZone: string;
}

/** Rounds after which quiet hours and window are taken to exclude each other: a week of days, and then some. */
const MOST_ROUNDS = 20;

/**
 * The first instant at or after `at` that is outside the quiet hours and inside the window, and what it had to wait for
 * first; undefined when there is none.
 */
export function earliest(
  at: Millis,
  { quietHours, quietZone, sendWindow, windowZone }: Hours,
): { at: Millis; because: 'quiet_hours' | 'send_window' | null } | undefined {
  let because: 'quiet_hours' | 'send_window' | null = null;
  let here = at;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const awake = quietHours ? outOfQuietHours(here, quietHours, quietZone) : here;
    const open = sendWindow ? nextInWindow(awake, sendWindow, windowZone) : awake;
    if (open === here) return { at: here, because };
    because ??= awake > here ? 'quiet_hours' : 'send_window';
    here = open;
  }
  return undefined;
}
