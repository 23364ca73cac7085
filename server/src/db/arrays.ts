/**
 * Array literals of PostgreSQL. Chunks of rows go to the database as a few of them; built here in one go, which costs a
 * fraction of what the driver takes for it, element by element.
 */

/** Integers, for `::bigint[]` and smaller. */
export const integers = (values: readonly (number | null)[]): string => `{${values.map(orNull).join()}}`;

/** Milliseconds since 1970 or null; in SQL `at_ms(…)` of each element is the instant. */
export const millis = (values: readonly (number | null)[]): string => integers(values);

export const booleans = (values: readonly boolean[]): string => `{${values.join()}}`;

/** Texts, for `::text[]`; also JSON, for `::json[]` and `::jsonb[]`. */
export function texts(values: readonly (string | null)[]): string {
  let before: string | null = null;
  let quoted = 'NULL';
  const parts = values.map((value) => {
    if (value === before) return quoted; // neighbours are often alike
    before = value;
    return (quoted = value === null ? 'NULL' : quote(value));
  });
  return `{${parts.join()}}`;
}

/** The empty array where no element says anything: `unnest` fills it up with nulls, and nothing is sent. */
export const seldom = <T>(values: readonly (T | null)[], literal: (values: readonly (T | null)[]) => string): string =>
  values.every((value) => value === null) ? '{}' : literal(values);

/**
 * Rows of a chunk are alike in most of what is written: each kind goes to the database once, and for every row the
 * number of its kind, counted from 1 as `with ordinality` counts.
 */
export function kinds<T>(rows: readonly T[], nameOf: (row: T) => string): { distinct: T[]; which: number[] } {
  const numbers = new Map<string, number>();
  const distinct: T[] = [];
  const which = rows.map((row) => {
    const name = nameOf(row);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, distinct.push(row));
    return distinct.length;
  });
  return { distinct, which };
}

const orNull = (value: number | null) => (value === null ? 'NULL' : value);
const SPECIAL = /["\\]/;
const quote = (text: string) => (SPECIAL.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`);
