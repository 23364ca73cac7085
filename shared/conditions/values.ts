import type { Json } from '../json.ts';
import { fromLocalMillis, noonOf, type Millis } from '../time.ts';

/** What the text of a value may look like. SQL judges by the same patterns, so they use nothing but plain classes. */
const DAY = [
  '[12][0-9]{3}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])',
  '[12][0-9]{3}-(0[469]|11)-(0[1-9]|[12][0-9]|30)',
  '[12][0-9]{3}-02-(0[1-9]|1[0-9]|2[0-8])',
  '([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)-02-29',
].join('|');
const CLOCK = '([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6})?)?';
export const PATTERNS = {
  /** A number in decimal; short enough for what it says to be a finite number. */
  number: '^[ \\t]*[+-]?([0-9]{1,99}([.][0-9]{0,99})?|[.][0-9]{1,99})([eE][+-]?[0-9]{1,2})?[ \\t]*$',
  /** `2026-04-01`; only days that exist. */
  date: `^(${DAY})$`,
  /** `2026-04-01T09:00`, without a zone: local time. */
  local: `^(${DAY})T${CLOCK}$`,
  /** `2026-04-01T09:00:00Z`, `…+09:00`. */
  instant: `^(${DAY})T${CLOCK}(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])$`,
} as const;

const [NUMBER, DATE, LOCAL, INSTANT] = [
  new RegExp(PATTERNS.number),
  new RegExp(PATTERNS.date),
  new RegExp(PATTERNS.local),
  new RegExp(PATTERNS.instant),
];

/** Numbers outside these are not taken for instants: the years 1000 to 2999. */
export const INSTANT_BOUNDS = { from: Date.UTC(1000, 0, 1), to: Date.UTC(3000, 0, 1) } as const;

/** A number, or the number that a text writes in decimal; undefined for anything else. */
export function numberFrom(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
}

/**
 * A date (`2026-04-01`, counted as 12:00 local), a timestamp (local where it names no zone), or epoch milliseconds;
 * undefined for anything else, also for days that do not exist.
 */
export function instantFrom(value: Json | undefined, zone: string): Millis | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= INSTANT_BOUNDS.from && value < INSTANT_BOUNDS.to ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (DATE.test(value)) return noonOf(value, zone);
  if (INSTANT.test(value)) return Date.parse(value);
  return LOCAL.test(value) ? fromLocalMillis(Date.parse(`${value}Z`), zone) : undefined;
}

/** Nothing is known: no value, null or empty text. */
export const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';

/** How a value reads. Numbers that only exponents can write, lists and records have no text. */
export function textOf(value: Json | undefined): string {
  if (typeof value === 'number') return /^-?[0-9.]+$/.test(String(value)) ? String(value) : '';
  return isEmpty(value) || typeof value === 'object' ? '' : String(value);
}

/** Order of two texts by code point, the order PostgreSQL calls "C". */
export function compareText(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < left.length && i < right.length; i++) {
    const difference = left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
