import type { CpmCondition } from '@tabiji/shared/conditions/condition.ts';
import { dateNow } from '@tabiji/shared/cpm/rank.ts';
import type { CpmRank, CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Test } from './number-tests.sql.ts';

/** What CPM counts by: the shop's ladder and zone, and now. */
export interface CpmContext {
  cpm: CpmSettings;
  now: number;
  zone: string;
}

/** A test on the customer's place in the portfolio, as `evaluate` judges it, over `customer c`. */
export function cpmTest({ cpm, op, value }: CpmCondition, on: CpmContext): Test {
  const bought: Test = sql`(c.order_days > 0 and c.first_order_at is not null)`;
  if (op === 'exists') return sql`${bought}`;
  if (op === 'missing') return sql`(not ${bought})`;
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  const isAny = cpm === 'rank' ? isRanked(values, on) : isState(values, bought, on);
  return op === 'ne' ? sql`(not ${isAny})` : isAny;
}

function isRanked(values: readonly (Json | undefined)[], on: CpmContext): Test {
  const { ranks } = on.cpm;
  const isMeant = ({ key, name }: CpmRank) => [key, name.ja, name.en].some((called) => values.includes(called));
  const cases = ranks.map((rank) => sql`when ${fits(rank, on.zone)} then ${isMeant(rank)}::boolean`);
  return sql`coalesce(case when c.order_days = 0 or c.first_order_at is null then false ${sql.join(cases, sql` `)} end, false)`;
}

function isState(values: readonly (Json | undefined)[], bought: Test, { cpm, now, zone }: CpmContext): Test {
  const active = sql`(${date('c.last_order_at', zone)} + ${cpm.lapsesAfter}::int > ${dateNow(now, zone)}::date)`;
  const [wantsActive, wantsLapsed] = [values.includes(true), values.includes(false)];
  return sql`coalesce(${bought} and ((${wantsActive}::boolean and ${active}) or (${wantsLapsed}::boolean and not ${active})), false)`;
}

const date = (column: string, zone: string) => sql`(${sql.ref(column)} at time zone ${zone}::text)::date`;

/** Bounds that a rank does not name are left out. */
function fits({ orders, tenure, tenureBelow, amount, amountBelow }: CpmRank, zone: string): RawBuilder<unknown> {
  const days = sql`(${date('c.last_order_at', zone)} - ${date('c.first_order_at', zone)})`;
  const bounds: [RawBuilder<unknown>, number | undefined, RawBuilder<unknown>][] = [
    [sql`c.order_days`, orders, sql`>=`],
    [days, tenure, sql`>=`],
    [days, tenureBelow, sql`<`],
    [sql`c.order_amount`, amount, sql`>=`],
    [sql`c.order_amount`, amountBelow, sql`<`],
  ];
  const said = bounds.flatMap(([left, bound, sign]) =>
    bound === undefined ? [] : [sql`${left} ${sign} ${bound}::bigint`],
  );
  return said.length === 0 ? sql`true` : sql`(${sql.join(said, sql` and `)})`;
}
