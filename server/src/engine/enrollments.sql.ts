import { sql, type RawBuilder } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Intent } from '@tabiji/shared/nodes/outcome.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { booleans, integers, kinds, millis, texts } from '../db/arrays.ts';
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
  /** Was due so long before its journey went on that the letters its pass asks for are passed over. */
  stale: boolean;
}

/**
 * Locks due positions until the transaction ends; rows that others hold are passed over. Rides enrollment_due shard by
 * shard and in its own order: where a million are due, anything that has to be sorted costs every chunk the million.
 */
export async function claimDue(trx: Trx, workspaceId: number, want: Claim): Promise<DueRow[]> {
  const front = frontOf(trx, workspaceId, want.shards);
  const behind = front.at === undefined ? [] : await claimFrom(trx, workspaceId, want, front.at);
  // What became due before the front meanwhile, or was held by others when it was passed, is found by a full search.
  const rows = behind.length > 0 ? behind : await claimFrom(trx, workspaceId, want, null);
  front.at = rows.length === want.limit ? rows.at(-1)!.due_at : undefined;
  return rows;
}

interface Claim {
  shards: readonly number[];
  now: Millis;
  limit: number;
}

async function claimFrom(
  trx: Trx,
  workspaceId: number,
  { shards, now, limit }: Claim,
  from: Date | null,
): Promise<DueRow[]> {
  const dueIn = (shard: RawBuilder<unknown>) => sql<DueRow>`
    select id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, visit, node, port,
           intent is not null as asleep, case when port is null then intent end as intent, memory, left_nodes,
           held_due is not null as stale
      from enrollment
     where workspace_id = ${workspaceId} and shard = ${shard} and due_at <= ${new Date(now)} and due_at >= ${from ?? '-infinity'}
     order by due_at
     limit ${limit}
       for update skip locked`;
  const [only] = shards;
  const { rows } = await (
    shards.length === 1
      ? dueIn(sql`${only}`)
      : sql<DueRow>`
          select d.* from unnest(${integers(shards)}::smallint[]) as s(shard), lateral (${dueIn(sql`s.shard`)}) d
           order by d.due_at limit ${limit}`
  ).execute(trx);
  return rows;
}

/**
 * Up to where this process has emptied the due index of some shards. Behind a busy worker lie entries that vacuum has
 * yet to take away, and each chunk would walk over all of them. Only a place to begin: losing it costs such a walk.
 */
const fronts = new WeakMap<object, Map<string, { at: Date | undefined }>>();

function frontOf(trx: Trx, workspaceId: number, shards: readonly number[]): { at: Date | undefined } {
  const { adapter } = trx.getExecutor();
  const all = fronts.get(adapter) ?? new Map<string, { at: Date | undefined }>();
  fronts.set(adapter, all);
  const name = `${workspaceId}.${shards.join()}`;
  const front = all.get(name) ?? { at: undefined };
  all.set(name, front);
  return front;
}

/** Makes positions due at another instant; nothing else about them changes. */
export async function leave(trx: Trx, workspaceId: number, ids: readonly number[], until: Millis): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update enrollment set due_at = ${new Date(until)}
     where workspace_id = ${workspaceId} and id = any(${ids as number[]}::bigint[])`.execute(trx);
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
  const { distinct, which } = kinds(rows, nameOf);
  const column = <K extends keyof Moved>(key: K) => distinct.map((row) => row[key]);
  const { numAffectedRows } = await sql`
    update enrollment e
       set visit = e.visit + 1, node = k.node, port = k.port, due_at = at_ms(k.due_at), intent = k.intent::jsonb,
           listens = k.listens, left_nodes = k.left_nodes::jsonb, memory = k.memory::jsonb, ended_at = at_ms(k.ended_at),
           exit_reason = k.exit_reason, error = k.error, held_due = null
      from unnest(${integers(rows.map((row) => row.id))}::bigint[], ${integers(rows.map((row) => row.visit))}::int[],
                  ${integers(which)}::int[]) as m(id, visit, which)
      join unnest(${texts(column('node'))}::text[], ${texts(column('port'))}::text[], ${millis(column('dueAt'))}::bigint[],
                  ${texts(column('intent'))}::text[], ${booleans(column('listens'))}::boolean[], ${texts(column('left'))}::text[],
                  ${texts(column('memory'))}::text[], ${millis(column('endedAt'))}::bigint[],
                  ${texts(column('exitReason'))}::text[], ${texts(column('error'))}::text[])
             with ordinality as k(node, port, due_at, intent, listens, left_nodes, memory, ended_at, exit_reason, error, n)
        on k.n = m.which
     where e.workspace_id = ${workspaceId} and e.id = m.id and e.visit = m.visit and e.ended_at is null`.execute(trx);
  if (Number(numAffectedRows) !== moved.length)
    throw new Error(`${moved.length} passes, but ${numAffectedRows} enrollments were where they had been claimed`);
}

/** Two rows of the same name are written alike, but for their visits. */
const nameOf = (to: Moved) =>
  `${to.node}\n${to.port}\n${to.dueAt}\n${to.endedAt}\n${to.exitReason}\n${to.listens}\n${to.intent}\n${to.left}\n${to.memory}\n${to.error}`;

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
