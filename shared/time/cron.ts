import { Cron } from 'croner';
import { z } from 'zod';
import type { Millis } from '../time.ts';

/** Minute, hour, day of the month, month, day of the week. `?` would mean the moment of reading and is not taken. */
export const CronPattern = z
  .string()
  .max(100)
  .refine(isCron, { error: 'not a schedule such as "0 10 * * 1" (minute hour day month weekday)' });

export function isCron(pattern: string): boolean {
  if (pattern.includes('?')) return false;
  try {
    new Cron(pattern, { mode: '5-part', paused: true });
    return true;
  } catch {
    return false; // croner offers no other way to ask
  }
}

/** The first instant after `after` that a schedule names in a zone; undefined when it never comes again. */
export const nextRun = (pattern: string, after: Millis, zone: string): Millis | undefined =>
  new Cron(pattern, { mode: '5-part', paused: true, timezone: zone }).nextRun(new Date(after))?.getTime();
