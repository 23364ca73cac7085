import { sql } from 'kysely';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';

/** Every segment's condition; one small read per batch of facts. */
export async function listConditions(
  trx: Trx,
  workspaceId: number,
): Promise<{ id: number; key: string; condition: Condition }[]> {
  const { rows } = await sql<{ id: number; key: string; condition: Condition }>`
    select id, key, condition from segment where workspace_id = ${workspaceId} order by id`.execute(trx);
  return rows;
}

/** One customer's entering or leaving. */
export interface Membership {
  customerId: number;
  segmentId: number;
}

export async function addMembers(
  trx: Trx,
  workspaceId: number,
  at: Millis,
  members: readonly Membership[],
): Promise<void> {
  if (members.length === 0) return;
  await sql`
    insert into segment_member (workspace_id, customer_id, segment_id, since)
    select ${workspaceId}, m.customer, m.segment, ${new Date(at)}
      from unnest(${members.map((m) => m.customerId)}::bigint[], ${members.map((m) => m.segmentId)}::int[]) as m(customer, segment)
        on conflict do nothing`.execute(trx);
}

export async function removeMembers(trx: Trx, workspaceId: number, members: readonly Membership[]): Promise<void> {
  if (members.length === 0) return;
  await sql`
    delete from segment_member s
     using unnest(${members.map((m) => m.customerId)}::bigint[], ${members.map((m) => m.segmentId)}::int[]) as m(customer, segment)
     where s.workspace_id = ${workspaceId} and s.customer_id = m.customer and s.segment_id = m.segment`.execute(trx);
}

export async function findSegment(trx: Trx, workspaceId: number, key: string) {
  return trx
    .selectFrom('segment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** Marks a segment as judged for everybody, unless its definition changed meanwhile. */
export async function finishRefresh(trx: Trx, workspaceId: number, key: string, revision: number): Promise<void> {
  await trx
    .updateTable('segment')
    .set({ refreshing: false })
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', key)
    .where('revision', '=', revision)
    .execute();
}

/** Marks segments as yet to be judged for everybody, since what they ask about has changed. */
export async function refreshAgain(trx: Trx, workspaceId: number, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update segment set refreshing = true, revision = revision + 1
     where workspace_id = ${workspaceId} and key = any(${keys as string[]}::text[])`.execute(trx);
}

/** Keys of segments that have yet to be judged for everybody. */
export async function refreshingSegments(trx: Trx, { id }: { id: number }): Promise<string[]> {
  const rows = await trx
    .selectFrom('segment')
    .select('key')
    .where('workspace_id', '=', id)
    .where('refreshing', '=', true)
    .execute();
  return rows.map(({ key }) => key);
}
