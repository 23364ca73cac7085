import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { booleans, integers, millis, seldom, texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import { SHARDS } from './shards.ts';

/** A position as it is claimed. */
export interface DueRow {
  id: number;
  customer_id: number;
  due_at: Date;
  entered_at: Date;
  entered_arrival: number;
  journey_id: number;
  version: number;
  visit: number;
  node: string;
  port: string | null;
  asleep: boolean;
  /** Of a row that decides again where it rests. */
  intent: Intent | null;
  memory: Record<string, Json> | null;
  left_nodes: Record<string, [number, number]> | null;
}

/**
 * Locks due positions until the transaction ends; rows that others hold are passed over. Rides enrollment_due, in its
 * own order: where a million are due at one instant, sorting them by anything else would cost every chunk the million.
 */
export async function claimDue(
  trx: Trx,
  workspaceId: number,
  { shards, now, limit }: { shards: readonly number[]; now: Millis; limit: number },
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, visit, node, port,
           intent is not null as asleep, case when port is null then intent end as intent, memory, left_nodes
      from enrollment
     where workspace_id = ${workspaceId} and shard = any(${shards as number[]}::smallint[]) and due_at <= ${new Date(now)}
     order by due_at
     limit ${limit}
       for update skip locked`.execute(trx);
  return rows;
}

/** Where enrollments stand after their passes. */
export interface Moved {
  id: number;
  /** The visit the pass began with. */
  visit: number;
  node: string;
  port: string | null;
  dueAt: Millis | null;
  listens: boolean;
  intent: string | null;
  left: string | null;
  memory: string | null;
  endedAt: Millis | null;
  exitReason: string | null;
  error: string | null;
}

/**
 * Writes positions back, guarded by the visit counter.
 * @throws Error when a row is not at the visit it was claimed at: a bug, and the chunk is rolled back
 */
export async function writePositions(trx: Trx, workspaceId: number, moved: readonly Moved[]): Promise<void> {
  const rows = moved.toSorted((a, b) => a.id - b.id); // neighbours share pages of the key
  const column = <K extends keyof Moved>(key: K) => rows.map((row) => row[key]);
  const { numAffectedRows } = await sql`
    update enrollment e
       set visit = e.visit + 1, node = m.node, port = m.port, due_at = at_ms(m.due_at), intent = m.intent::jsonb,
           listens = coalesce(m.listens, false), left_nodes = m.left_nodes::jsonb, memory = m.memory::jsonb,
           ended_at = at_ms(m.ended_at), exit_reason = m.exit_reason, error = m.error
      from unnest(${integers(column('id'))}::bigint[], ${integers(column('visit'))}::int[], ${texts(column('node'))}::text[],
                  ${seldom(column('port'), texts)}::text[], ${seldom(column('dueAt'), millis)}::bigint[],
                  ${seldom(column('intent'), texts)}::text[], ${seldom(column('left'), texts)}::text[],
                  ${column('listens').includes(true) ? booleans(column('listens')) : '{}'}::boolean[],
                  ${seldom(column('memory'), texts)}::text[], ${seldom(column('endedAt'), millis)}::bigint[],
                  ${seldom(column('exitReason'), texts)}::text[], ${seldom(column('error'), texts)}::text[])
           as m(id, visit, node, port, due_at, intent, left_nodes, listens, memory, ended_at, exit_reason, error)
     where e.workspace_id = ${workspaceId} and e.id = m.id and e.visit = m.visit and e.ended_at is null`.execute(trx);
  if (Number(numAffectedRows) !== moved.length)
    throw new Error(`${moved.length} passes, but ${numAffectedRows} enrollments were where they had been claimed`);
}

/** Takes one enrollment out of the running with the error that stopped it; visible, retryable. */
export async function park(trx: Trx, workspaceId: number, id: number, error: string): Promise<void> {
  await trx
    .updateTable('enrollment')
    .set({ due_at: null, error: error.slice(0, 2000) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** The earliest instant at which an enrollment of this workspace is due; null when none is. */
export async function nextDueAt(trx: Trx, workspaceId: number): Promise<Millis | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(next.due_at) as at
      from generate_series(0, ${SHARDS - 1}) as s(shard),
           lateral (select due_at from enrollment
                     where workspace_id = ${workspaceId} and shard = s.shard and due_at is not null
                     order by due_at limit 1) next`.execute(trx);
  return rows[0]?.at?.getTime() ?? null;
}
