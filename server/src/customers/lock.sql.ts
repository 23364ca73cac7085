import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import { integers, texts } from '../db/arrays.ts';
import type { Here } from '../db/in-workspace.ts';
import { nextRowNumbers } from '../db/numbers.sql.ts';
import type { Trx } from '../db/database.ts';

/** A customer whose row this transaction holds, with the running totals as they are now. */
export interface LockedCustomer {
  id: number;
  externalId: string;
  orderCount: number;
  /** Days on the shop's calendar with an order. */
  orderDays: number;
  orderAmount: number;
  firstOrderAt: Millis | null;
  lastOrderAt: Millis | null;
}

/**
 * Locks customers in order of their ids, creating those who are not known yet. Everything that receives facts locks
 * customers first and in this order, so that two of them never wait for each other.
 */
export async function lockCustomers(
  trx: Trx,
  here: Here,
  externalIds: Iterable<string>,
): Promise<Map<string, LockedCustomer>> {
  const wanted = [...new Set(externalIds)].toSorted();
  await createMissing(trx, here, wanted);
  const { rows } = await sql<{
    id: number;
    external_id: string;
    order_count: number;
    order_days: number;
    order_amount: number;
    first_order_at: Date | null;
    last_order_at: Date | null;
  }>`
    select id, external_id, order_count, order_days, order_amount, first_order_at, last_order_at
      from customer
     where workspace_id = ${here.id} and external_id = any(${texts(wanted)}::text[])
     order by id
       for update`.execute(trx);
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        id: row.id,
        externalId: row.external_id,
        orderCount: row.order_count,
        orderDays: row.order_days,
        orderAmount: row.order_amount,
        firstOrderAt: row.first_order_at?.getTime() ?? null,
        lastOrderAt: row.last_order_at?.getTime() ?? null,
      },
    ]),
  );
}

async function createMissing(trx: Trx, here: Here, wanted: readonly string[]): Promise<void> {
  const { rows } = await sql<{ external_id: string }>`
    select w.external_id from unnest(${texts(wanted)}::text[]) as w(external_id)
     where not exists (select from customer c where c.workspace_id = ${here.id} and c.external_id = w.external_id)
     order by 1`.execute(trx);
  if (rows.length === 0) return;
  const ids = await nextRowNumbers(trx, rows.length);
  await sql`
    insert into customer (workspace_id, id, external_id, created_at, updated_at)
    select ${here.id}, n.id, n.external_id, ${new Date(here.now)}, ${new Date(here.now)}
      from unnest(${integers(ids)}::bigint[], ${texts(rows.map((row) => row.external_id))}::text[]) as n(id, external_id)
        on conflict (workspace_id, external_id) do nothing`.execute(trx);
}

/** Locks customers that are known by id, in the same order as everybody else. */
export async function lockCustomersById(trx: Trx, workspaceId: number, ids: readonly number[]): Promise<void> {
  await sql`
    select from customer where workspace_id = ${workspaceId} and id = any(${integers(ids)}::bigint[])
     order by id for update`.execute(trx);
}

/** Locks customers without waiting: for those who hold enrollments already, which come after customers in the order. */
export async function holdFreeCustomers(trx: Trx, workspaceId: number, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from customer where workspace_id = ${workspaceId} and id = any(${ids as number[]}::bigint[])
       for update skip locked`.execute(trx);
  return new Set(rows.map(({ id }) => id));
}

/** Ids of customers by the shop's ids; those who are not known are missing. */
export async function findCustomers(
  trx: Trx,
  workspaceId: number,
  externalIds: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; external_id: string }>`
    select id, external_id from customer
     where workspace_id = ${workspaceId} and external_id = any(${texts(externalIds)}::text[])`.execute(trx);
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}
