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

/** Statement that gives `place`, `customer_id`, `at` and `kept`: who is compared where, from when on, and whether they were kept out. */
export type Compared = RawBuilder<unknown>;

/** What those bought who were written to, and those who were not. */
export interface Groups {
  treated: Bought;
  kept: Bought;
}

const NOBODY: Bought = { people: 0, buyers: 0, revenue: 0, squares: 0 };

/**
 * What people bought in the days after each of them came, by place; only people with all those days behind them. One
 * statement for all places; most people buy nothing, so only those who do are gone through one by one.
 */
export async function boughtBy(
  trx: Trx,
  here: Here,
  compared: Compared,
  days: number,
): Promise<(place: number) => Groups> {
  const { rows } = await sql<Bought & { place: number; kept: boolean }>`
    with person as materialized (
      select * from (${compared}) p where at <= ${new Date(here.now)}::timestamptz - ${days} * interval '1 day'),
    buyer as (
      select p.place, p.kept, sum(o.amount - o.refunded)::float8 as amount
        from person p
        join shop_order o on o.workspace_id = ${here.id} and o.customer_id = p.customer_id and o.counted
                         and o.at > p.at and o.at <= p.at + ${days} * interval '1 day'
       group by p.place, p.kept, p.customer_id)
    select place, kept, people, coalesce(buyers, 0) as buyers, coalesce(revenue, 0) as revenue, coalesce(squares, 0) as squares
      from (select place, kept, count(*)::int as people from person group by 1, 2) p
      left join (select place, kept, count(*)::int as buyers, sum(amount) as revenue, sum(amount * amount) as squares
                   from buyer group by 1, 2) b using (place, kept)`.execute(trx);
  return (place) => {
    const of = (kept: boolean) => rows.find((row) => row.place === place && row.kept === kept) ?? NOBODY;
    return { treated: of(false), kept: of(true) };
  };
}

/** By the port at which customers left nodes first; the place is that of the node in the list. */
export const atNodes = (here: Here, nodes: readonly (Spot & { port: string })[]): Compared => sql`
  select n.nth::int - 1 as place, c.customer_id, c.at, c.port = n.port as kept
    from unnest(${nodes.map(({ journeyId }) => journeyId)}::int[], ${nodes.map(({ node }) => node)}::text[],
                ${nodes.map(({ port }) => port)}::text[]) with ordinality as n(journey_id, node, port, nth)
    join choice c on c.workspace_id = ${here.id} and c.journey_id = n.journey_id and c.node = n.node`;

/** By how the first passage of each customer through each of these journeys went; the place is the journey. */
export const inJourneys = (here: Here, journeys: readonly number[]): Compared => sql`
  select distinct on (journey_id, customer_id) journey_id as place, customer_id, entered_at as at,
         coalesce(exit_reason = ${HELD_OUT}, false) as kept
    from enrollment where workspace_id = ${here.id} and journey_id = any(${journeys as number[]}::int[])
   order by journey_id, customer_id, id`;

/** From when customers stood at the door of any journey first; the one place is 0. */
export const anywhere = (here: Here, keptOut: readonly number[]): Compared => sql`
  select distinct on (customer_id) 0 as place, customer_id, entered_at as at,
         customer_id = any(${keptOut as number[]}::bigint[]) as kept
    from enrollment where workspace_id = ${here.id} order by customer_id, id`;

/** Customers who were kept out of some passage, and the journeys of those passages. */
export async function keptOut(trx: Trx, here: Here): Promise<{ customers: number[]; journeys: number[] }> {
  const { rows } = await sql<{ customers: number[] | null; journeys: number[] | null }>`
    select array_agg(distinct customer_id) as customers, array_agg(distinct journey_id) as journeys
      from enrollment where workspace_id = ${here.id} and exit_reason = ${HELD_OUT}`.execute(trx);
  return { customers: rows[0]?.customers ?? [], journeys: rows[0]?.journeys ?? [] };
}
