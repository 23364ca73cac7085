import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import type { Today } from '@tabiji/shared/conditions/operators.ts';
import { numberFrom } from '@tabiji/shared/conditions/values.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { sql, type RawBuilder } from 'kysely';
import { spansOf, type Span } from './spans.ts';

/** An expression that is true or false, never null. */
export type Test = RawBuilder<boolean>;

export const ORDER_SIGNS = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` } as const;

/** A test on a number expression (a count, an amount, days); null is an unknown number. */
export function numberTest(n: RawBuilder<unknown>, op: Operator, value: Json | undefined): Test {
  switch (op) {
    case 'eq':
      return isAnyOf(n, [value]);
    case 'ne':
      return sql`(not ${isAnyOf(n, [value])})`;
    case 'in':
      return isAnyOf(n, Array.isArray(value) ? value : []);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return sql`coalesce(${n} ${ORDER_SIGNS[op]} ${numberFrom(value) ?? null}::float8, false)`;
    case 'exists':
      return sql`(${n} is not null)`;
    case 'missing':
      return sql`(${n} is null)`;
    case 'contains':
    case 'startsWith':
    case 'before':
    case 'after':
    case 'withinLast':
    case 'moreThanAgo':
      throw new Error(`${op} says nothing about a number; checking conditions refuses it`);
  }
}

const isAnyOf = (n: RawBuilder<unknown>, values: readonly (Json | undefined)[]): Test =>
  sql`coalesce(${n} = any(${values.flatMap((value) => numberFrom(value) ?? [])}::float8[]), false)`;

/** A test on an instant expression; null is an unknown date. */
export function dateTest(at: RawBuilder<unknown>, op: Operator, value: Json | undefined, today: Today): Test {
  if (op === 'exists') return sql`(${at} is not null)`;
  if (op === 'missing') return sql`(${at} is null)`;
  if (op === 'before' || op === 'after' || op === 'withinLast' || op === 'moreThanAgo')
    return sql`coalesce(${instantIn(at, spansOf(op, value, today))}, false)`;
  throw new Error(`${op} says nothing about a date; checking conditions refuses it`);
}

/** Whether an instant lies in one of the spans; null where the instant is. */
export const instantIn = (at: RawBuilder<unknown>, spans: readonly Span[]): RawBuilder<unknown> =>
  sql`${at} <@ ${multirange(spans, (ms) => new Date(ms).toISOString())}::tstzmultirange`;

/** Spans as PostgreSQL writes a set of ranges. */
export const multirange = (spans: readonly Span[], write: (ms: number) => string): string =>
  `{${spans.map(([from, to]) => `[${write(from)},${write(to)})`).join(',')}}`;
