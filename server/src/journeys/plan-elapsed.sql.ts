import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Occurrence } from '../engine/elapsed.ts';

/** The next customers by id, locked, so that a date that changes meanwhile is planned by whoever changes it. */
export async function lockCustomerPage(trx: Trx, workspaceId: number, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from customer where workspace_id = ${workspaceId} and id > ${after}
     order by id limit ${limit} for update`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Events and deliveries of these customers that the given anchors count from. */
export async function occurrencesOf(
  trx: Trx,
  workspaceId: number,
  customers: readonly number[],
  anchors: ReadonlySet<string>,
): Promise<Occurrence[]> {
  const names = [...anchors]
    .filter((anchor) => anchor.startsWith('event:'))
    .map((anchor) => anchor.slice('event:'.length));
  const { rows } = await sql<{ customer: number; anchor: string; id: number; at: Date }>`
    select customer_id as customer, 'event:' || name as anchor, id, at from event
     where workspace_id = ${workspaceId} and customer_id = any(${customers as number[]}::bigint[]) and name = any(${names}::text[])
    union all
    select customer_id, 'delivered', id, delivered_at from shipment
     where workspace_id = ${workspaceId} and customer_id = any(${customers as number[]}::bigint[])
       and delivered_at is not null and ${anchors.has('delivered')}`.execute(trx);
  return rows.map(({ customer, at, ...row }) => ({ ...row, customerId: customer, at: at.getTime() }));
}
