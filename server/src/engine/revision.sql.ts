import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/** As in migration 0007, whose triggers take it alone. */
const LOCK = 7104;

/** Keeps journeys and segments as they are until the transaction ends. */
export async function holdSetup(trx: Trx, workspaceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${LOCK}::int, ${workspaceId}::int)`.execute(trx);
}

/** The number of the present state of journeys and segments; 0 where nothing has been changed yet. */
export async function setupRevision(trx: Trx, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from setup_revision where workspace_id = ${workspaceId}`.execute(trx);
  return rows[0]?.revision ?? 0;
}
