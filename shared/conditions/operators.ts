import type { Json } from '../json.ts';
import { addDuration, noonOf, type Millis } from '../time.ts';
import type { Operator } from './condition.ts';

/** What time-dependent operators need to know. */
export interface Today {
  now: Millis;
  zone: string;
}

type Test = (left: Json | undefined, right: Json | undefined, today: Today) => boolean;

/** A date (`2026-04-01`, counted as 12:00 local), a timestamp, or epoch milliseconds; undefined for anything else. */
export function instantFrom(value: Json | undefined, zone: string): Millis | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : noonOf(value, zone);
  const parsed = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

const isEmpty = (value: Json | undefined) => value === undefined || value === null || value === '';

function isEqual(left: Json | undefined, right: Json | undefined): boolean {
  if (Array.isArray(left)) return left.some((item) => isEqual(item, right));
  if (typeof left === 'number' && typeof right === 'string' && right.trim() !== '') return left === Number(right);
  if (typeof left === 'string' && typeof right === 'number' && left.trim() !== '') return Number(left) === right;
  return left === right;
}

/** Numbers by value, everything else by code unit; undefined where the two cannot be compared. */
function compare(left: Json | undefined, right: Json | undefined): number | undefined {
  if (isEmpty(left) || isEmpty(right)) return undefined;
  const [a, b] = [Number(left), Number(right)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  return left < right ? -1 : left > right ? 1 : 0;
}

const ordered =
  (accept: (difference: number) => boolean): Test =>
  (left, right) => {
    const difference = compare(left, right);
    return difference !== undefined && accept(difference);
  };

const dated =
  (accept: (left: Millis, right: Millis) => boolean): Test =>
  (left, right, { zone }) => {
    const [a, b] = [instantFrom(left, zone), instantFrom(right, zone)];
    return a !== undefined && b !== undefined && accept(a, b);
  };

/** `withinLast` is true from the instant itself until, not including, instant + duration. */
const within: Test = (left, right, { now, zone }) => {
  const at = instantFrom(left, zone);
  return at !== undefined && typeof right === 'string' && at <= now && now < addDuration(at, right, zone);
};

/** What each operator means. The one table that evaluating, SQL and the builder's menu follow. */
export const TESTS: Readonly<Record<Operator, Test>> = {
  eq: isEqual,
  ne: (left, right) => !isEqual(left, right),
  in: (left, right) => Array.isArray(right) && right.some((item) => isEqual(left, item)),
  gt: ordered((d) => d > 0),
  gte: ordered((d) => d >= 0),
  lt: ordered((d) => d < 0),
  lte: ordered((d) => d <= 0),
  contains: (left, right) =>
    Array.isArray(left)
      ? left.some((item) => isEqual(item, right))
      : textOf(left).includes(textOf(right)) && !isEmpty(right),
  startsWith: (left, right) => textOf(left).startsWith(textOf(right)) && !isEmpty(right),
  exists: (left) => !isEmpty(left),
  missing: (left) => isEmpty(left),
  before: dated((a, b) => a < b),
  after: dated((a, b) => a > b),
  withinLast: within,
  moreThanAgo: (left, right, { now, zone }) => {
    const at = instantFrom(left, zone);
    return at !== undefined && typeof right === 'string' && now >= addDuration(at, right, zone);
  },
};

const textOf = (value: Json | undefined): string => (isEmpty(value) || typeof value === 'object' ? '' : String(value));
