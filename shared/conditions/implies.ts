import type { Json } from '../json.ts';
import type { Condition } from './condition.ts';

/**
 * Whether everybody who meets `narrow` surely meets `wide` too, as far as that can be read off: equal tests, numbers on
 * the same line, and what follows through "all" and "any". `false` means: not known.
 */
export function implies(narrow: Condition, wide: Condition): boolean {
  if (same(narrow, wide)) return true;
  if ('any' in narrow) return narrow.any.length > 0 && narrow.any.every((part) => implies(part, wide));
  if ('all' in wide) return wide.all.every((part) => implies(narrow, part));
  if ('all' in narrow && narrow.all.some((part) => implies(part, wide))) return true;
  if ('any' in wide) return wide.any.some((part) => implies(narrow, part));
  return isWithin(narrow, wide);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Two tests of the same thing, each by a number. */
function isWithin(narrow: Condition, wide: Condition): boolean {
  if (!('op' in narrow) || !('op' in wide)) return false;
  const { op: from, value: a, ...left } = narrow;
  const { op: to, value: b, ...right } = wide;
  if (!same(left, right)) return false;
  const inside = rangeOf(from, a);
  const outside = rangeOf(to, b);
  return inside !== undefined && outside !== undefined && outside.low <= inside.low && inside.high <= outside.high;
}

/** The numbers that pass, with the ends drawn in by a hair where they do not. */
function rangeOf(op: string, value: Json | undefined): { low: number; high: number } | undefined {
  if (typeof value !== 'number') return undefined;
  const hair = Math.max(Math.abs(value), 1) * Number.EPSILON;
  if (op === 'eq') return { low: value, high: value };
  if (op === 'gte') return { low: value, high: Infinity };
  if (op === 'gt') return { low: value + hair, high: Infinity };
  if (op === 'lte') return { low: -Infinity, high: value };
  if (op === 'lt') return { low: -Infinity, high: value - hair };
  return undefined;
}
