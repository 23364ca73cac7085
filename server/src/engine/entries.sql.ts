import { sql } from 'kysely';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { booleans, integers, millis, texts } from '../db/arrays.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { EntryHistory } from './enroll.ts';
import { HELD_OUT } from './holdout.ts';
import { shardOf } from './shards.ts';

/**
 * Earlier passages of customers through journeys, by `customer.journey.key`, where key is what the re-entry rule counts
 * apart; of their entry keys those in `asked`. Rides the key of `entry`.
 */
export async function findEntries(
  trx: Trx,
  workspaceId: number,
  doors: readonly { customerId: number; version: { journeyId: number } }[],
  asked: readonly string[],
): Promise<Map<string, EntryHistory>> {
  const { rows } = await sql<{
    customer: number;
    journey: number;
    key: string;
    active: boolean;
    last_at: Date;
    last_arrival: number;
    used: string[] | null;
  }>`
    select n.customer_id as customer, n.journey_id as journey, coalesce(substring(n.entry_key from '^(.*)/'), '') as key,
           bool_or(e.ended_at is null) as active, max(e.entered_at) as last_at, max(e.entered_arrival) as last_arrival,
           array_agg(n.entry_key) filter (where n.entry_key = any(${asked as string[]}::text[])) as used
      from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
     where n.workspace_id = ${workspaceId}
       and n.customer_id = any(${[...new Set(doors.map(({ customerId }) => customerId))]}::bigint[])
       and n.journey_id = any(${[...new Set(doors.map(({ version }) => version.journeyId))]}::int[])
     group by 1, 2, 3`.execute(trx);
  return new Map(
    rows.map(({ customer, journey, key, active, last_at, last_arrival, used }) => [
      `${customer}.${journey}.${key}`,
      { active, lastEnteredAt: last_at.getTime(), lastArrival: last_arrival, used: new Set(used) },
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
  /** Code of what let the customer in. */
  by: string;
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
      select id, customer, journey, version, shard, node, entry_key, entered_by, at_ms(at) as at, arrival, held_out
        from unnest(${integers(ids)}::bigint[], ${integers(entries.map((e) => e.customerId))}::bigint[],
                    ${millis(entries.map(({ moment }) => moment.at))}::bigint[],
                    ${integers(entries.map(({ moment }) => moment.arrival))}::bigint[],
                    ${integers(entries.map((e) => e.journeyId))}::int[], ${integers(entries.map((e) => e.version))}::int[],
                    ${integers(entries.map((e) => shardOf(e.customerId)))}::smallint[], ${texts(entries.map((e) => e.node))}::text[],
                    ${texts(entries.map((e) => e.entryKey))}::text[], ${texts(entries.map((e) => e.by))}::text[],
                    ${booleans(entries.map((e) => e.heldOut))}::boolean[])
             as e(id, customer, at, arrival, journey, version, shard, node, entry_key, entered_by, held_out)),
    entered as (
      insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
      select ${here.id}, customer, id, journey, entry_key from e)
    insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, shard, node,
                            entered_by, visit, ended_at, exit_reason)
    select ${here.id}, id, customer, case when not held_out then ${now}::timestamptz end, at, arrival, journey, version, shard, node,
           entered_by, held_out::int, case when held_out then ${now}::timestamptz end, case when held_out then ${HELD_OUT} end
      from e`.execute(trx);
}
