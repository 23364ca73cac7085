import { sql } from 'kysely';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { booleans, integers, millis, texts } from '../db/arrays.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { EntryHistory } from './enroll.ts';
import { HELD_OUT } from './holdout.ts';
import { shardOf } from './shards.ts';

/** Earlier passages of customers through journeys, by `customer.journey`. Rides the key of `entry`. */
export async function findEntries(
  trx: Trx,
  workspaceId: number,
  doors: readonly { customerId: number; version: { journeyId: number } }[],
): Promise<Map<string, EntryHistory>> {
  const { rows } = await sql<{
    customer: number;
    journey: number;
    active: boolean;
    last_at: Date;
    last_arrival: number;
  }>`
    select n.customer_id as customer, n.journey_id as journey, bool_or(e.ended_at is null) as active,
           max(e.entered_at) as last_at, max(e.entered_arrival) as last_arrival
      from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
     where n.workspace_id = ${workspaceId}
       and n.customer_id = any(${[...new Set(doors.map(({ customerId }) => customerId))]}::bigint[])
       and n.journey_id = any(${[...new Set(doors.map(({ version }) => version.journeyId))]}::int[])
     group by 1, 2`.execute(trx);
  return new Map(
    rows.map(({ customer, journey, active, last_at, last_arrival }) => [
      `${customer}.${journey}`,
      { active, lastEnteredAt: last_at.getTime(), lastArrival: last_arrival },
    ]),
  );
}

/** A passage that begins. */
export interface Entry {
  customerId: number;
  journeyId: number;
  version: number;
  node: string;
  moment: Moment;
  entryKey: string;
  /** Enters as control: the passage ends at once. */
  heldOut: boolean;
}

export async function insertEnrollments(
  trx: Trx,
  here: Here,
  ids: readonly number[],
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  const now = new Date(here.now);
  await sql`
    with e as materialized (
      select id, customer, journey, version, shard, node, entry_key, at_ms(at) as at, arrival, held_out
        from unnest(${integers(ids)}::bigint[], ${integers(entries.map((e) => e.customerId))}::bigint[],
                    ${millis(entries.map(({ moment }) => moment.at))}::bigint[],
                    ${integers(entries.map(({ moment }) => moment.arrival))}::bigint[],
                    ${integers(entries.map((e) => e.journeyId))}::int[], ${integers(entries.map((e) => e.version))}::int[],
                    ${integers(entries.map((e) => shardOf(e.customerId)))}::smallint[], ${texts(entries.map((e) => e.node))}::text[],
                    ${texts(entries.map((e) => e.entryKey))}::text[], ${booleans(entries.map((e) => e.heldOut))}::boolean[])
             as e(id, customer, at, arrival, journey, version, shard, node, entry_key, held_out)),
    entered as (
      insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
      select ${here.id}, customer, id, journey, entry_key from e)
    insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, shard, node,
                            visit, ended_at, exit_reason)
    select ${here.id}, id, customer, case when not held_out then ${now}::timestamptz end, at, arrival, journey, version, shard, node,
           held_out::int, case when held_out then ${now}::timestamptz end, case when held_out then ${HELD_OUT} end
      from e`.execute(trx);
}
