import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Trx } from '../../db/database.ts';

/** Segments with their conditions. */
export async function segmentsOf(
  trx: Trx,
  workspaceId: number,
): Promise<{ id: number; key: string; name: string; condition: Condition }[]> {
  const { rows } = await sql<{ id: number; key: string; name: string; condition: Condition }>`
    select id, key, name, condition from segment where workspace_id = ${workspaceId} order by id`.execute(trx);
  return rows;
}

/** What is decided for everybody at nodes of a journey. */
export async function boardsOf(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
): Promise<{ node: string; board: Json & object }[]> {
  const { rows } = await sql<{ node: string; board: Json & object }>`
    select node, board from node_board where workspace_id = ${workspaceId} and journey_id = ${journeyId}`.execute(trx);
  return rows;
}

/** What the workspace itself is called. */
export async function shopNameOf(trx: Trx, workspaceId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from workspace where id = ${workspaceId}`.execute(trx);
  return rows[0]?.name ?? '';
}
