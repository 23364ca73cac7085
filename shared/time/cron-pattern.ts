import { z } from 'zod';
import { isOnce } from './once.ts';

/** Minute, hour, day of the month, month, day of the week. `?` would mean the moment of reading and is not taken. Or one date and time that comes once. */
export const CronPattern = z
  .string()
  .max(100)
  .refine((text) => isCron(text) || isOnce(text), {
    error:
      'not a schedule such as "0 10 * * 1" (minute hour day month weekday), nor a date and time such as 2026-12-01T10:00',
  });

interface Field {
  from: number;
  to: number;
  /** Words that stand for the numbers from `from` on. */
  names?: readonly string[];
  /** What the field knows beside numbers, ranges and steps. */
  also?: RegExp;
}

const FIELDS: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31, also: /^(L|([1-9]|[12]\d|3[01])W)$/i },
  { from: 1, to: 12, names: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  { from: 0, to: 7, names: 'SUN MON TUE WED THU FRI SAT'.split(' '), also: /^[0-7]#([1-5]|L)$/i },
];

/**
 * Whether a text is a schedule. Judged by ourselves, so that an editor need not fetch the library that finds the next
 * run (`cron.ts`) to check one; whatever is taken here that library takes.
 */
export function isCron(pattern: string): boolean {
  const parts = pattern.trim().split(/\s+/);
  return parts.length === FIELDS.length && FIELDS.every((field, i) => isField(parts[i] ?? '', field));
}

const isField = (text: string, field: Field): boolean => text.split(',').every((item) => isItem(item, field));

/** `*`, one value, a range of them, and steps through either. */
function isItem(item: string, field: Field): boolean {
  if (field.also?.test(item)) return true;
  const [, all, from, to, step] = /^(?:(\*)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item) ?? [];
  if (step !== undefined && (Number(step) < 1 || Number(step) > field.to - field.from + 1)) return false;
  if (all !== undefined) return true;
  const low = valueOf(from, field);
  if (to === undefined) return low !== undefined && step === undefined;
  const high = valueOf(to, field);
  return low !== undefined && high !== undefined && low <= high;
}

function valueOf(text: string | undefined, { from, to, names = [] }: Field): number | undefined {
  const named = names.indexOf(text?.toUpperCase() ?? '');
  if (named >= 0) return from + named;
  const value = /^\d{1,2}$/.test(text ?? '') ? Number(text) : Number.NaN;
  return value >= from && value <= to ? value : undefined;
}
