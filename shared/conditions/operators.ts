import type { Json } from '../json.ts';
import { addDuration, type Millis } from '../time.ts';
import type { Operator } from './condition.ts';
import { compareText, instantFrom, isEmpty, numberFrom, textOf } from './values.ts';

/** What time-dependent operators need to know. */
export interface Today {
  now: Millis;
  zone: string;
}

type Test = (left: Json | undefined, right: Json | undefined, today: Today) => boolean;

/** Numbers and text that writes a number are the same; a list equals whatever one of its items equals. */
const isEqual = (left: Json | undefined, right: Json | undefined): boolean =>
  Array.isArray(left) ? left.some((item) => isSame(item, right)) : isSame(left, right);

function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (typeof left === 'number' || typeof right === 'number') {
    const number = numberFrom(left);
    return number !== undefined && number === numberFrom(right);
  }
  return left === right;
}

/** Numbers by value, text by code point; undefined where the two cannot be compared. */
function compare(left: Json | undefined, right: Json | undefined): number | undefined {
  if (isEmpty(left) || isEmpty(right)) return undefined;
  const [a, b] = [numberFrom(left), numberFrom(right)];
  if (a !== undefined && b !== undefined) return a < b ? -1 : a > b ? 1 : 0;
  return typeof left === 'string' && typeof right === 'string' ? compareText(left, right) : undefined;
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

/** What has no text contains nothing and is contained in nothing. */
const hasText = (left: Json | undefined, right: Json | undefined, how: 'includes' | 'startsWith'): boolean =>
  textOf(right) !== '' && textOf(left)[how](textOf(right));

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
    Array.isArray(left) ? left.some((item) => isSame(item, right)) : hasText(left, right, 'includes'),
  startsWith: (left, right) => hasText(left, right, 'startsWith'),
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
