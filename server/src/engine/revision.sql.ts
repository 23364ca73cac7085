import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/** Keeps journeys and segments as they are until the transaction ends; answers with the number of that state. */
export async function holdSetup(trx: Trx, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select hold_setup(${workspaceId}) as revision`.execute(trx);
  return rows[0]!.revision;
}

/** The number of the present state of journeys and segments; 0 where nothing has been changed yet. */
export async function setupRevision(trx: Trx, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ revision: number }>`
    select revision from setup_revision where workspace_id = ${workspaceId}`.execute(trx);
  return rows[0]?.revision ?? 0;
}
