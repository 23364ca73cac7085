import { sql } from 'kysely';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';

/** By which port a customer left a node. */
export interface Choice {
  customerId: number;
  enrollmentId: number;
  journeyId: number;
  version: number;
  node: string;
  port: string;
  at: Millis;
  /** Number of the newest fact then. */
  arrival: number;
}

/** Keeps choices; the first of a customer and node is the one that counts. */
export async function keepChoices(trx: Trx, workspaceId: number, choices: readonly Choice[]): Promise<void> {
  if (choices.length === 0) return;
  const column = <K extends keyof Choice>(key: K) => choices.map((row) => row[key]);
  await sql`
    insert into choice (workspace_id, customer_id, enrollment_id, journey_id, version, node, port, at, arrival)
    select ${workspaceId}, c.* from unnest(
      ${column('customerId')}::bigint[], ${column('enrollmentId')}::bigint[], ${column('journeyId')}::int[],
      ${column('version')}::int[], ${column('node')}::text[], ${column('port')}::text[],
      ${choices.map(({ at }) => new Date(at))}::timestamptz[], ${column('arrival')}::bigint[]) as c
        on conflict (workspace_id, journey_id, node, customer_id) do nothing`.execute(trx);
}

/** What is decided for everybody, by journey and node. */
export async function boardsOf(
  trx: Trx,
  workspaceId: number,
  journeys: readonly number[],
): Promise<Map<number, Record<NodeId, Json>>> {
  const { rows } = await sql<{ journey_id: number; node: string; board: Json }>`
    select journey_id, node, board from node_board
     where workspace_id = ${workspaceId} and journey_id = any(${journeys as number[]}::int[])`.execute(trx);
  const boards = new Map<number, Record<NodeId, Json>>();
  for (const { journey_id, node, board } of rows) boards.set(journey_id, { ...boards.get(journey_id), [node]: board });
  return boards;
}
