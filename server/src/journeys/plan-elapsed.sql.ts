import { sql } from 'kysely';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Trx } from '../db/database.ts';
import type { Occurrence } from '../engine/plan-starts.ts';

/** The next customers by id, locked, so that a date that changes meanwhile is planned by whoever changes it. */
export async function lockCustomerPage(trx: Trx, workspaceId: number, after: number, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from customer where workspace_id = ${workspaceId} and id > ${after}
     order by id limit ${limit} for update`.execute(trx);
  return rows.map(({ id }) => id);
}

/** Events of these customers by name, ascending by time and arrival. */
export async function occurrencesOf(
  trx: Trx,
  workspaceId: number,
  customers: readonly number[],
  names: readonly string[],
): Promise<Occurrence[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ customer: number; name: string; id: number; at: Date; properties: Properties }>`
    select customer_id as customer, name, id, at, properties from event
     where workspace_id = ${workspaceId} and customer_id = any(${customers as number[]}::bigint[])
       and name = any(${names as string[]}::text[])
     order by at, id`.execute(trx);
  return rows.map(({ customer, at, ...row }) => ({ ...row, customerId: customer, at: at.getTime() }));
}
