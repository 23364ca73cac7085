import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { ActiveRow } from '../engine/endings.sql.ts';
import type { Change } from '../db/tables/journey.ts';

/** What a page did: how many rows, and the id of the last one. */
export interface Released {
  rows: number;
  last: number;
}

/** Up to this many go on at once; more are spread, so that a resume does not become a burst. */
const AT_ONCE = 500;
const SPREAD_PER_ROW_MS = 2;
const LONGEST_SPREAD_MS = 3_600_000;

/** How long a release takes: 500 rows a second, an hour at most. */
export const spreadOf = (total: number): number =>
  total <= AT_ONCE ? 0 : Math.min(LONGEST_SPREAD_MS, total * SPREAD_PER_ROW_MS);

/** The instant at which a row's turn comes. */
const turnOf = ({ at, total }: Change): RawBuilder<Date> => {
  const spread = spreadOf(total);
  return sql<Date>`${new Date(at)}::timestamptz + (id % ${Math.max(1, spread)}) * interval '1 millisecond'`;
};

const stale = ({ staleBefore }: Change) => (staleBefore === null ? null : new Date(staleBefore));

/**
 * Lets shelved people of a journey go on. What they were shelved with stays where it tells a time that has passed: that a
 * letter was handed over, or (as `held_due`) that the letters they ask for next are too old to be sent.
 */
export async function releasePeople(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  change: Change,
  limit: number,
): Promise<Released> {
  const { rows } = await sql<{ id: number }>`
    with page as materialized (
      select id from enrollment
       where workspace_id = ${workspaceId} and journey_id = ${journeyId} and held_due is not null and id > ${change.after}
       order by id limit ${limit} for update),
    released as (
      update enrollment e
         set due_at = case when port is not null and intent is null then held_due else greatest(held_due, ${turnOf(change)}) end,
             held_due = case when held_due < ${stale(change)}::timestamptz then held_due end
       where workspace_id = ${workspaceId} and id in (select id from page) and due_at is null and ended_at is null
         and error is null)
    select id from page order by id`.execute(trx);
  return lastOf(rows, change);
}

/** Lets letters of a journey go that waited for its resume or release; whatever else holds them back does so again. */
export async function releaseLetters(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  change: Change,
  limit: number,
): Promise<Released> {
  const { rows } = await sql<{ id: number }>`
    with page as materialized (
      select id from outbox
       where workspace_id = ${workspaceId} and journey_id = ${journeyId} and hold_until = 'infinity' and id > ${change.after}
       order by id limit ${limit} for update),
    released as (
      update outbox o
         set hold_until = ${turnOf(change)}, asked_at = asked_at + ${change.shiftMs} * interval '1 millisecond',
             stale = coalesce(asked_at < ${stale(change)}::timestamptz, false)
       where workspace_id = ${workspaceId} and id in (select id from page) and hold_until = 'infinity')
    select id from page order by id`.execute(trx);
  return lastOf(rows, change);
}

/**
 * Moves the instants of everybody inside by the length of the pause. What happened during the pause (somebody came in,
 * something was heard) happens when it ends, not later.
 */
export async function shiftPeople(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  change: Change,
  limit: number,
): Promise<Released> {
  const by = sql`${change.shiftMs} * interval '1 millisecond'`;
  const shifted = (column: 'due_at' | 'held_due') => sql`
    case when ${sql.ref(column)} is null then null -- waits for no instant: least() would pass over the null
         when port is not null and intent is not null then ${sql.ref(column)} + ${by}
         else least(${sql.ref(column)} + ${by}, greatest(${sql.ref(column)}, ${new Date(change.at)}::timestamptz)) end`;
  const { rows } = await sql<{ id: number }>`
    with page as materialized (
      select id from enrollment
       where workspace_id = ${workspaceId} and journey_id = ${journeyId} and ended_at is null and id > ${change.after}
       order by id limit ${limit} for update),
    moved as (
      update enrollment e
         set due_at = ${shifted('due_at')}, held_due = ${shifted('held_due')},
             -- what is heard counts from where the listening began, so only a sleeper's own beginning moves
             intent = case when not listens and intent ? 'from'
                           then jsonb_set(intent, '{from}', to_jsonb((intent ->> 'from')::numeric + ${change.shiftMs}))
                           else intent end
       where workspace_id = ${workspaceId} and id in (select id from page) and ended_at is null)
    select id from page order by id`.execute(trx);
  return lastOf(rows, change);
}

/** The next people inside, locked, in the order in which everybody locks who waits for enrollments. */
export async function insidePage(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  after: number,
  limit: number,
): Promise<ActiveRow[]> {
  const { rows } = await sql<ActiveRow>`
    select id, customer_id, journey_id, version, entered_at, entered_arrival, left_nodes
      from enrollment
     where workspace_id = ${workspaceId} and journey_id = ${journeyId} and ended_at is null and id > ${after}
     order by id limit ${limit} for update`.execute(trx);
  return rows;
}

const lastOf = (rows: readonly { id: number }[], { after }: Change): Released => ({
  rows: rows.length,
  last: rows.at(-1)?.id ?? after,
});
