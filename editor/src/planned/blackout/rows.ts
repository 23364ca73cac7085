import type { BlackoutDays } from '@tabiji/shared/sending/blackout.ts';

/** One entry as its form shows it: full dates, of which the year counts for those that come once. */
export interface BlackoutRow {
  name: string;
  /** YYYY-MM-DD */
  from: string;
  to: string;
  isYearly: boolean;
}

/** An entry for the form; days of every year are shown in a year that has them all, begun in `year`. */
export function rowOf({ on, name = '' }: BlackoutDays, year: number): BlackoutRow {
  const [first = '', last = first] = on.split('/');
  if (first.length > 5) return { name, from: first, to: last, isYearly: false };
  return { name, from: `${year}-${first}`, to: `${last < first ? year + 1 : year}-${last}`, isYearly: true };
}

/** What is kept of a row; undefined while it is not whole, or its last day is before its first. */
export function daysOf({ name, from, to, isYearly }: BlackoutRow): BlackoutDays | undefined {
  const last = to === '' ? from : to;
  if (from === '' || last < from || (isYearly && lengthOf(from, last) > 365)) return undefined;
  const [a, b] = isYearly ? [from.slice(5), last.slice(5)] : [from, last];
  return { on: a === b ? a : `${a}/${b}`, ...(name.trim() !== '' && { name: name.trim() }) };
}

const lengthOf = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
