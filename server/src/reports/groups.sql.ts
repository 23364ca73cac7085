import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { HELD_OUT } from '../engine/holdout.ts';
import type { Spot } from '../experiments/experiments.sql.ts';

/** What people of one group bought. */
export interface Bought {
  people: number;
  buyers: number;
  revenue: number;
  /** Sum of the squares of what each of them spent. */
  squares: number;
}

/** Statement that gives `customer_id`, `at` and `kept`: who is compared, from when on, and whether they were kept out. */
export type Compared = RawBuilder<unknown>;

/** What two groups of people bought in the days after each of them came; only people with all those days behind them. */
export async function boughtBy(
  trx: Trx,
  here: Here,
  compared: Compared,
  days: number,
): Promise<{ treated: Bought; kept: Bought }> {
  const { rows } = await sql<Bought & { kept: boolean }>`
    with person as materialized (
      select * from (${compared}) p where at <= ${new Date(here.now)}::timestamptz - ${days} * interval '1 day'),
    bought as (
      select p.customer_id, p.kept, count(o.id) as orders, coalesce(sum(o.amount - o.refunded), 0)::float8 as amount
        from person p
        left join shop_order o on o.workspace_id = ${here.id} and o.customer_id = p.customer_id and o.counted
                              and o.at > p.at and o.at <= p.at + ${days} * interval '1 day'
       group by 1, 2)
    select kept, count(*)::int as people, (count(*) filter (where orders > 0))::int as buyers,
           coalesce(sum(amount), 0)::float8 as revenue, coalesce(sum(amount * amount), 0)::float8 as squares
      from bought group by kept`.execute(trx);
  const of = (kept: boolean) =>
    rows.find((row) => row.kept === kept) ?? { people: 0, buyers: 0, revenue: 0, squares: 0 };
  return { treated: of(false), kept: of(true) };
}

/** By the port at which customers left a node first. */
export const atNode = (here: Here, { journeyId, node }: Spot, port: string): Compared => sql`
  select customer_id, at, port = ${port} as kept from choice
   where workspace_id = ${here.id} and journey_id = ${journeyId} and node = ${node}`;

/** By how the first passage of each customer through a journey went. */
export const inJourney = (here: Here, journeyId: number): Compared => sql`
  select distinct on (customer_id) customer_id, entered_at as at, coalesce(exit_reason = ${HELD_OUT}, false) as kept
    from enrollment where workspace_id = ${here.id} and journey_id = ${journeyId} order by customer_id, id`;

/** From when customers stood at the door of any journey first. */
export const anywhere = (here: Here, keptOut: readonly number[]): Compared => sql`
  select distinct on (customer_id) customer_id, entered_at as at, customer_id = any(${keptOut as number[]}::bigint[]) as kept
    from enrollment where workspace_id = ${here.id} order by customer_id, id`;

/** Customers who were kept out of some passage, and the journeys of those passages. */
export async function keptOut(trx: Trx, here: Here): Promise<{ customers: number[]; journeys: number[] }> {
  const { rows } = await sql<{ customers: number[] | null; journeys: number[] | null }>`
    select array_agg(distinct customer_id) as customers, array_agg(distinct journey_id) as journeys
      from enrollment where workspace_id = ${here.id} and exit_reason = ${HELD_OUT}`.execute(trx);
  return { customers: rows[0]?.customers ?? [], journeys: rows[0]?.journeys ?? [] };
}
