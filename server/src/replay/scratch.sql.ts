import { sql } from 'kysely';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';

/** A workspace for one replay. Its clock is moved by hand, its mails go to a provider that only counts. */
export async function createScratch(db: Db, zone: string, name: string): Promise<number> {
  const { id } = await db
    .insertInto('workspace')
    .values({
      name,
      kind: 'scratch',
      time_zone: zone,
      provider: 'counting',
      sender_name: 'Replay',
      sender_address: 'replay@example.invalid',
      created_at: sql<Date>`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Tables whose rows belong to a workspace; the ones without keys to others, so any order will do. */
const TABLES = [
  'customer',
  'event_key',
  'event',
  'shop_order',
  'shipment',
  'segment',
  'segment_member',
  'timer',
  'sender',
  'template_variant',
  'template',
  'template_version_variant',
  'template_version',
  'journey',
  'journey_version',
  'enrollment',
  'entry',
  'diary',
  'journey_delta',
  'journey_day',
  'journey_total',
  'outbox',
  'outbox_batch',
  'ledger',
  'subscription',
  'message',
  'letter',
  'import',
  'import_refusal',
  'import_row',
  'setup_revision', // last: removing journeys and segments changes it
] as const;

/** Removes a scratch workspace with everything in it. */
export async function dropScratch(db: Db, id: number): Promise<void> {
  await inWorkspace(db, id, async (trx, here) => {
    if (here.kind !== 'scratch') throw new Error(`workspace ${id} is not a scratch workspace`);
    for (const table of TABLES) await trx.deleteFrom(table).where('workspace_id', '=', id).execute();
  });
  await db.deleteFrom('workspace').where('id', '=', id).where('kind', '=', 'scratch').execute();
}

/** Removes what replays left behind that were killed; a replay that still runs is younger than a day. */
export async function dropStaleScratches(db: Db): Promise<void> {
  const stale = await db
    .selectFrom('workspace')
    .select('id')
    .where('kind', '=', 'scratch')
    .where('created_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
  for (const { id } of stale) await dropScratch(db, id);
}
