import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';

/** Says where a workspace travels to; false when it is travelling already, or is a demo still being made. */
export async function setDestination(db: Db, workspaceId: number, target: Millis): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('workspace')
    .set({ travel_to: new Date(target) })
    .where('id', '=', workspaceId)
    .where('travel_to', 'is', null)
    .where('seeding', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Where a workspace travels to; null when it does not travel. */
export async function destinationOf(db: Db, workspaceId: number): Promise<Millis | null> {
  const row = await db.selectFrom('workspace').select('travel_to').where('id', '=', workspaceId).executeTakeFirst();
  return row?.travel_to?.getTime() ?? null;
}

/** Stops a workspace's clock at an instant; it never goes back. */
export const standAt = (db: Db, workspaceId: number, at: Millis): Promise<void> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    const instant = here.kind === 'scratch' ? at : Math.max(at, here.now);
    await trx
      .updateTable('workspace')
      .set({ clock_stands_at: new Date(instant) })
      .where('id', '=', workspaceId)
      .execute();
  });

/** Lets the clock of a travelling workspace go on from where it arrived. */
export async function goOnFrom(db: Db, workspaceId: number, at: Millis): Promise<void> {
  await sql`
    update workspace
       set clock_offset_ms = round(extract(epoch from ${new Date(at)}::timestamptz - clock_timestamp()) * 1000),
           clock_stands_at = null, travel_to = null
     where id = ${workspaceId} and travel_to is not null`.execute(db);
}

const TRAVELLING = 7102;

/** Does `work` unless somebody else is at it for this workspace: two travellers would take letters to wrong days. */
export const travelAlone = (db: Db, workspaceId: number, work: () => Promise<void>): Promise<void> =>
  db.connection().execute(async (one) => {
    const { rows } = await sql<{ free: boolean }>`
      select pg_try_advisory_lock(${TRAVELLING}, ${workspaceId}) as free`.execute(one);
    if (!rows[0]?.free) return;
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(${TRAVELLING}, ${workspaceId})`.execute(one);
    }
  });
