import type { Operator } from '@tabiji/shared/conditions/condition.ts';
import type { Today } from '@tabiji/shared/conditions/operators.ts';
import { numberFrom, PATTERNS, textOf } from '@tabiji/shared/conditions/values.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { sql, type RawBuilder } from 'kysely';
import { instantIn, multirange, ORDER_SIGNS, type Test } from './number-tests.sql.ts';
import { spansOf, toLocal, type Span } from './spans.ts';

/** An expression of type jsonb; null where nothing is known. */
export type JsonValue = RawBuilder<unknown>;

/** A test on an attribute or property, as `TESTS` in shared/conditions/operators.ts defines it. */
export function valueTest(v: JsonValue, op: Operator, value: Json | undefined, today: Today): Test {
  switch (op) {
    case 'eq':
      return equalsAny(v, [value]);
    case 'ne':
      return sql`(not ${equalsAny(v, [value])})`;
    case 'in':
      return equalsAny(v, Array.isArray(value) ? value : []);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered(v, op, value);
    case 'contains':
      return contains(v, value);
    case 'startsWith':
      return sql`coalesce(starts_with(${textIn(v)}, ${textOf(value)}::text) and ${textOf(value)}::text <> '', false)`;
    case 'exists':
      return exists(v);
    case 'missing':
      return sql`(not ${exists(v)})`;
    case 'before':
    case 'after':
    case 'withinLast':
    case 'moreThanAgo':
      return dated(v, spansOf(op, value, today), today.zone);
  }
}

const exists = (v: JsonValue): Test => sql`coalesce(${v} <> 'null' and ${v} <> '""', false)`;
const textOfJson = (v: JsonValue) => sql`(${v} #>> '{}')`;
const matches = (v: JsonValue, pattern: keyof typeof PATTERNS) =>
  sql`${textOfJson(v)} collate "C" ~ ${PATTERNS[pattern]}::text`;

function equalsAny(v: JsonValue, values: readonly (Json | undefined)[]): Test {
  const one = isAnyOf(v, values);
  const item = isAnyOf(sql`item.v`, values);
  return sql`coalesce(case when jsonb_typeof(${v}) = 'array'
    then exists (select from jsonb_array_elements(${v}) as item(v) where ${item}) else ${one} end, false)`;
}

/** Whether a value that is no list equals one of these; numbers equal text that writes them. */
function isAnyOf(v: JsonValue, values: readonly (Json | undefined)[]): RawBuilder<unknown> {
  const scalars = values.filter((value) => value !== undefined && typeof value !== 'object');
  const numbers = values.filter((value) => typeof value === 'number');
  const written = scalars.flatMap((value) => (typeof value === 'string' ? (numberFrom(value) ?? []) : []));
  const same = sql`${v} = any(${[...scalars, ...written].map((value) => JSON.stringify(value))}::jsonb[])`;
  if (numbers.length === 0) return same;
  return sql`(${same} or case when jsonb_typeof(${v}) = 'string' and ${matches(v, 'number')}
    then ${textOfJson(v)}::float8 = any(${numbers}::float8[]) else false end)`;
}

function ordered(v: JsonValue, op: keyof typeof ORDER_SIGNS, value: Json | undefined): Test {
  const number = numberFrom(value);
  const text = typeof value === 'string' && value !== '' ? value : undefined;
  const sign = ORDER_SIGNS[op];
  const asText =
    text === undefined ? sql`false` : sql`${textOfJson(v)} collate "C" ${sign} ${text}::text and ${v} <> '""'`;
  if (number === undefined) return sql`coalesce(case when jsonb_typeof(${v}) = 'string' then ${asText} end, false)`;
  return sql`coalesce(case jsonb_typeof(${v})
    when 'number' then ${v}::float8 ${sign} ${number}::float8
    when 'string' then case when ${matches(v, 'number')} then ${textOfJson(v)}::float8 ${sign} ${number}::float8
      else ${asText} end end, false)`;
}

/** How a value reads; null where it has no text. */
const textIn = (v: JsonValue) => sql`(case jsonb_typeof(${v})
  when 'string' then ${textOfJson(v)} when 'boolean' then ${textOfJson(v)}
  when 'number' then case when ${v}::numeric = 0 or (abs(${v}::numeric) >= 0.000001 and abs(${v}::numeric) < 1e21)
    then trim_scale(${v}::numeric)::text end end)`;

function contains(v: JsonValue, value: Json | undefined): Test {
  const text = textOf(value);
  return sql`coalesce(case when jsonb_typeof(${v}) = 'array'
    then exists (select from jsonb_array_elements(${v}) as item(v) where ${isAnyOf(sql`item.v`, [value])})
    else ${text}::text <> '' and strpos(${textIn(v)}, ${text}::text) > 0 end, false)`;
}

/** Dates and local times are compared as such, with borders that were turned into local time before. */
function dated(v: JsonValue, spans: readonly Span[], zone: string): Test {
  const local = multirange(toLocal(spans, zone), (ms) => new Date(ms).toISOString().slice(0, -1));
  const epoch = multirange(spans, String);
  return sql`coalesce(case jsonb_typeof(${v})
    when 'number' then ${v}::numeric = trunc(${v}::numeric) and ${v}::numeric <@ ${epoch}::nummultirange
    when 'string' then case
      when ${matches(v, 'date')} then (${textOfJson(v)} || 'T12:00')::timestamp <@ ${local}::tsmultirange
      when ${matches(v, 'instant')} then ${instantIn(sql`${textOfJson(v)}::timestamptz`, spans)}
      when ${matches(v, 'local')} then ${textOfJson(v)}::timestamp <@ ${local}::tsmultirange end end, false)`;
}
