import { sql } from 'kysely';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { EntryHistory } from './enroll.ts';
import { shardOf } from './shards.ts';

/** Earlier passages of customers through journeys, by `customer.journey`. Rides enrollment_entry. */
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
    select customer_id as customer, journey_id as journey, bool_or(ended_at is null) as active,
           max(entered_at) as last_at, max(entered_arrival) as last_arrival
      from enrollment
     where workspace_id = ${workspaceId}
       and customer_id = any(${[...new Set(doors.map(({ customerId }) => customerId))]}::bigint[])
       and journey_id = any(${[...new Set(doors.map(({ version }) => version.journeyId))]}::int[])
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
}

export async function insertEnrollments(
  trx: Trx,
  here: Here,
  ids: readonly number[],
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, shard,
                            node, entry_key)
    select ${here.id}, e.id, e.customer, ${new Date(here.now)}, e.at, e.arrival, e.journey, e.version, e.shard, e.node, e.entry_key
      from unnest(${ids as number[]}::bigint[], ${entries.map((e) => e.customerId)}::bigint[],
                  ${entries.map(({ moment }) => new Date(moment.at))}::timestamptz[],
                  ${entries.map(({ moment }) => moment.arrival)}::bigint[], ${entries.map((e) => e.journeyId)}::int[],
                  ${entries.map((e) => e.version)}::int[], ${entries.map((e) => shardOf(e.customerId))}::smallint[],
                  ${entries.map((e) => e.node)}::text[], ${entries.map((e) => e.entryKey)}::text[])
           as e(id, customer, at, arrival, journey, version, shard, node, entry_key)`.execute(trx);
}
