import { Cron } from 'croner';
import type { Millis } from '../time.ts';

/** The first instant after `after` that a schedule names in a zone; undefined when it never comes again. */
export const nextRun = (pattern: string, after: Millis, zone: string): Millis | undefined =>
  new Cron(pattern, { mode: '5-part', paused: true, timezone: zone }).nextRun(new Date(after))?.getTime();
