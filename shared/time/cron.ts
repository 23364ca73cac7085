import { Cron } from 'croner';
import { instantOf, isOnce } from './once.ts';
import type { Millis } from '../time.ts';

/** The first instant after `after` that a schedule names in a zone; undefined when it never comes again. */
export function nextRun(pattern: string, after: Millis, zone: string): Millis | undefined {
  if (isOnce(pattern)) return instantOf(pattern, zone) > after ? instantOf(pattern, zone) : undefined;
  return new Cron(pattern, { mode: '5-part', paused: true, timezone: zone }).nextRun(new Date(after))?.getTime();
}
