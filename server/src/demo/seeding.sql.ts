import type { Identity } from '@tabiji/shared/sending/identity.ts';
import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Db, Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { DemoSegment } from './segments.ts';

/** A workspace to begin with. */
export interface FirstWorkspace {
  name: string;
  kind: 'live' | 'demo';
  zone: string;
  sender: { name: string; address: string };
  /** Who writes, as promotional mails must show it. */
  identity?: Identity;
}

/** Makes the first workspace; undefined where there is one already. A demo begins unseeded, its clock at `since`. */
export const createFirst = (
  db: Db,
  { name, kind, zone, sender, identity = {} }: FirstWorkspace,
  since: { ago: Millis } | undefined,
): Promise<number | undefined> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(7102)`.execute(trx); // two servers may start at once
    const { rows } = await sql<{ id: number }>`
      insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, identity, created_at, seeding, clock_stands_at)
      select ${name}, ${kind}, ${zone}, 'letters', ${sender.name}, ${sender.address}, ${JSON.stringify(identity)}::jsonb, now,
             case when ${since !== undefined} then '{"done": 0, "total": 1}'::jsonb end,
             now - ${since?.ago ?? null}::bigint * interval '1 millisecond'
        from (select date_trunc('milliseconds', clock_timestamp()) as now) n
       where not exists (select from workspace where kind <> 'scratch')
      returning id`.execute(trx);
    return rows[0]?.id;
  });

/** Demo workspaces whose data is still being made. */
export async function unfinishedDemos(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('workspace')
    .select('id')
    .where('kind', '=', 'demo')
    .where('seeding', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** How far a demo's data is. */
export interface Begun {
  done: number;
  /** The end of its history: when the workspace was made. */
  until: Millis;
  standsAt: Millis;
}

/** @returns undefined when everything is made */
export async function begunSeeding(db: Db, id: number): Promise<Begun | undefined> {
  const { rows } = await sql<{ seeding: { done: number } | null; created_at: Date; clock_stands_at: Date | null }>`
    select seeding, created_at, clock_stands_at from workspace where id = ${id}`.execute(db);
  const row = rows[0];
  if (!row?.seeding) return undefined;
  const until = row.created_at.getTime();
  return { done: row.seeding.done, until, standsAt: row.clock_stands_at?.getTime() ?? until };
}

/** Another process makes the same demo and is ahead. */
export class TakenOver extends Error {}

/** Keeps how far seeding got, in the transaction of the step itself. @throws TakenOver, which undoes the step */
export async function keepProgress(
  db: Db,
  id: number,
  { from, done, total }: { from: number; done: number; total: number },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update workspace set seeding = ${JSON.stringify({ done, total })}
     where id = ${id} and (seeding ->> 'done')::int = ${from}`.execute(db);
  if (numAffectedRows !== 1n) throw new TakenOver(`the demo ${id} is being made by somebody else`);
}

/** The end of seeding: the workspace's time is real time from now on. */
export async function startClock(db: Db, id: number): Promise<void> {
  await db
    .updateTable('workspace')
    .set({ seeding: null, clock_stands_at: null, clock_offset_ms: 0 })
    .where('id', '=', id)
    .execute();
}

export async function addSegment(trx: Trx, here: Here, { key, name, condition }: DemoSegment): Promise<void> {
  await trx
    .insertInto('segment')
    .values({
      workspace_id: here.id,
      key,
      name,
      condition: JSON.stringify(condition),
      refreshing: true,
      updated_at: new Date(here.now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Journeys that exist, by name. Two who open the same shop come here one after the other. */
export async function journeyNames(trx: Trx, here: Here): Promise<Map<string, number>> {
  await sql`select from workspace where id = ${here.id} for update`.execute(trx);
  const rows = await trx.selectFrom('journey').select(['id', 'name']).where('workspace_id', '=', here.id).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}
