import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Notes that customers are to be let in who had met a trigger before; `existing` is `everybody` or a duration. */
export async function beginTakeIn(
  trx: Trx,
  here: Here,
  { journeyId, version, existing }: { journeyId: number; version: number; existing: string },
): Promise<void> {
  await sql`
    insert into take_in (workspace_id, journey_id, version, existing, asked_at)
    values (${here.id}, ${journeyId}, ${version}, ${existing}, ${new Date(here.now)})`.execute(trx);
}

export interface TakeIn {
  journey_id: number;
  version: number;
  cursor: number;
  existing: string;
  asked_at: Date;
}

/** Locks what is still to be let in of a journey, of its newest version first; older ones are over. */
export async function lockTakeIn(trx: Trx, workspaceId: number, journeyId: number): Promise<TakeIn | undefined> {
  const { rows } = await sql<TakeIn>`
    select journey_id, version, cursor, existing, asked_at from take_in
     where workspace_id = ${workspaceId} and journey_id = ${journeyId} and finished_at is null
     order by version desc limit 1 for update`.execute(trx);
  return rows[0];
}

/** Keeps how far a taking in has come; `cursor` null: it is done, and so are those of older versions. */
export async function moveTakeIn(
  trx: Trx,
  here: Here,
  { journey_id, version }: TakeIn,
  { cursor, entered }: { cursor: number | null; entered: number },
): Promise<void> {
  await sql`
    update take_in set entered = entered + ${entered}, cursor = coalesce(${cursor}::bigint, cursor)
     where workspace_id = ${here.id} and journey_id = ${journey_id} and version = ${version}`.execute(trx);
  if (cursor === null)
    await sql`
      update take_in set finished_at = ${new Date(here.now)}
       where workspace_id = ${here.id} and journey_id = ${journey_id} and version <= ${version} and finished_at is null`.execute(
      trx,
    );
}

/** Journeys that are still letting people in who had met a trigger before. */
export async function takingJourneys(trx: Trx, { id }: { id: number }): Promise<number[]> {
  const { rows } = await sql<{ journey: number }>`
    select distinct journey_id as journey from take_in where workspace_id = ${id} and finished_at is null`.execute(trx);
  return rows.map(({ journey }) => journey);
}

/** Segments of customers, and since when they are in them. */
export async function membersSince(
  trx: Trx,
  workspaceId: number,
  customers: readonly number[],
): Promise<Map<number, Map<string, Millis>>> {
  const { rows } = await sql<{ customer: number; key: string; since: Date }>`
    select m.customer_id as customer, s.key, m.since
      from segment_member m join segment s on s.workspace_id = m.workspace_id and s.id = m.segment_id
     where m.workspace_id = ${workspaceId} and m.customer_id = any(${customers as number[]}::bigint[])`.execute(trx);
  const found = new Map<number, Map<string, Millis>>();
  for (const { customer, key, since } of rows) {
    const keys = found.get(customer) ?? new Map<string, Millis>();
    found.set(customer, keys.set(key, since.getTime()));
  }
  return found;
}

/** The next customers by id, not locked. */
export async function customerPage(trx: Trx, workspaceId: number, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from customer where workspace_id = ${workspaceId} and id > ${after} order by id limit ${limit}`.execute(
    trx,
  );
  return rows.map(({ id }) => id);
}
