import { type RawBuilder, sql } from 'kysely';
import type { ActOnParked, ParkedPage, ParkedRow } from '@tabiji/shared/api/parked.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { countMoved } from '../count-moved.sql.ts';

const isParked = (here: Here, journeyId: number): RawBuilder<boolean> => sql<boolean>`
  e.workspace_id = ${here.id} and e.journey_id = ${journeyId} and e.ended_at is null and e.error is not null`;

const nodeColumns = sql`
  e.node, v.graph -> 'nodes' -> e.node ->> 'name' as "nodeName", coalesce(v.graph -> 'nodes' -> e.node ->> 'type', '') as "nodeType"`;
const version = sql`
  join journey_version v on v.workspace_id = e.workspace_id and v.journey_id = e.journey_id and v.version = e.version`;

/** Passages of a journey that an error has stopped, by number, and what stopped how many. */
export async function parkedPage(
  trx: Trx,
  here: Here,
  journeyId: number,
  { after = 0, limit }: { after?: number | undefined; limit: number },
): Promise<ParkedPage> {
  const groups = await sql<ParkedPage['groups'][number]>`
    select ${nodeColumns}, e.error, count(*)::int as count
      from enrollment e ${version}
     where ${isParked(here, journeyId)}
     group by 1, 2, 3, 4 order by count(*) desc, 1 limit 50`.execute(trx);
  const { rows } = await sql<ParkedRow>`
    select e.id, e.customer_id as "customerId", c.external_id as customer,
           concat_ws(' ', c.last_name, c.first_name) as "customerName", e.version, ${nodeColumns}, e.error
      from enrollment e ${version}
      join customer c on c.workspace_id = e.workspace_id and c.id = e.customer_id
     where ${isParked(here, journeyId)} and e.id > ${after}
     order by e.id limit ${limit + 1}`.execute(trx);
  const page = rows.slice(0, limit);
  return {
    total:
      groups.rows.length < 50
        ? groups.rows.reduce((sum, { count }) => sum + count, 0)
        : await countParked(trx, here, journeyId),
    groups: groups.rows,
    rows: page,
    next: rows.length > limit ? String(page.at(-1)!.id) : null,
  };
}

export async function countParked(trx: Trx, here: Here, journeyId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from enrollment e where ${isParked(here, journeyId)}`.execute(trx);
  return rows[0]!.n;
}

/** Locks the parked passages that are meant; answers with where they stand. */
export async function lockParked(
  trx: Trx,
  here: Here,
  journeyId: number,
  who: ActOnParked['who'],
): Promise<{ id: number; version: number; node: string }[]> {
  const meant =
    who === 'all'
      ? sql`true`
      : 'ids' in who
        ? sql`e.id = any(${who.ids}::bigint[])`
        : sql`e.node = ${who.node} and (${who.error ?? null}::text is null or e.error = ${who.error ?? null})`;
  const { rows } = await sql<{ id: number; version: number; node: string }>`
    select e.id, e.version, e.node from enrollment e
     where ${isParked(here, journeyId)} and ${meant} order by e.id for update`.execute(trx);
  return rows;
}

/** Where a parked passage goes on. */
export interface Released {
  id: number;
  /** Another node, or null to stay. */
  node: string | null;
  /** By which port it leaves; null: as it was parked, or (at another node) it has yet to decide. */
  port: string | null;
  what: 'retried' | 'skipped' | 'rerouted';
}

/** Lets parked passages go on now, and writes that down. */
export async function release(trx: Trx, here: Here, journeyId: number, released: readonly Released[]): Promise<void> {
  if (released.length === 0) return;
  await sql`
    with moved as (
      update enrollment e
         set error = null, due_at = ${new Date(here.now)}, visit = e.visit + 1, node = coalesce(r.node, e.node), listens = false,
             -- a listener listens again, instead of going on as if its time were up
             port = case when r.what <> 'retried' then r.port when not e.listens then e.port end,
             intent = case when r.what = 'retried' then e.intent end
        from unnest(${released.map(({ id }) => id)}::bigint[], ${released.map(({ node }) => node)}::text[],
                    ${released.map(({ port }) => port)}::text[], ${released.map(({ what }) => what)}::text[])
             as r(id, node, port, what),
             enrollment old
       where e.workspace_id = ${here.id} and e.id = r.id and e.ended_at is null and e.error is not null
         and old.workspace_id = e.workspace_id and old.id = e.id
      returning e.id, e.visit - 1 as visit, r.what, coalesce(r.node, r.port) as name, e.version as from_version,
                old.node as from_node, e.version as to_version, e.node as to_node),
    ${countMoved(here, journeyId)}
    insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
    select ${here.id}, id, visit, ${new Date(here.now)}, ${new Date(here.realNow)},
           json_build_array(json_build_array(from_node, what, name)) from moved`.execute(trx);
}
