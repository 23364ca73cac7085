import { z } from 'zod';
import { atLocal, type Millis } from '../time.ts';

const ONCE = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** A date and a time of day on the wall: `2026-12-01T10:00`. */
export const LocalDateTime = z.string().refine(isOnce, { error: 'not a date and time such as 2026-12-01T10:00' });

/** Whether a text is a date and time that comes once. */
export function isOnce(text: string): boolean {
  const [, date] = ONCE.exec(text) ?? [];
  return date !== undefined && new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date;
}

/** Its instant in a zone. */
export const instantOf = (once: string, zone: string): Millis => atLocal(once.slice(0, 10), once.slice(11), zone);
