import { sql } from 'kysely';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** An order as it is stored. */
export interface StoredOrder {
  id: number;
  customerId: number;
  externalId: string;
  at: Millis;
  amount: number;
  refunded: number;
  status: string;
  kind: string;
  channel: string | null;
  quantity: number | null;
  items: Properties[];
  counted: boolean;
  /** Whether it counts now or has ever counted. */
  hasCounted: boolean;
}

/** Orders that are known already, by the shop's id. */
export async function findOrders(
  trx: Trx,
  workspaceId: number,
  externalIds: readonly string[],
): Promise<Map<string, StoredOrder>> {
  const rows = await trx
    .selectFrom('shop_order')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('external_id', '=', sql<string>`any(${externalIds as string[]}::text[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.external_id,
      {
        id: row.id,
        customerId: row.customer_id,
        externalId: row.external_id,
        at: row.at.getTime(),
        amount: row.amount,
        refunded: row.refunded,
        status: row.status,
        kind: row.kind,
        channel: row.channel,
        quantity: row.quantity,
        items: row.items,
        counted: row.counted,
        hasCounted: row.has_counted,
      },
    ]),
  );
}

/** Inserts orders, or brings known ones to their present state. */
export async function writeOrders(trx: Trx, here: Here, orders: readonly StoredOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const column = <K extends keyof StoredOrder>(key: K) => orders.map((order) => order[key]);
  await sql`
    insert into shop_order (workspace_id, id, customer_id, external_id, at, received_at, amount, refunded, status, kind,
                            channel, quantity, items, counted, has_counted)
    select ${here.id}, o.id, o.customer, o.external_id, o.at, ${new Date(here.realNow)}, o.amount, o.refunded, o.status,
           o.kind, o.channel, o.quantity, o.items, o.counted, o.has_counted
      from unnest(${column('id')}::bigint[], ${column('customerId')}::bigint[], ${column('externalId')}::text[],
                  ${column('at').map((at) => new Date(at))}::timestamptz[], ${column('amount')}::bigint[],
                  ${column('refunded')}::bigint[], ${column('status')}::text[], ${column('kind')}::text[],
                  ${column('channel')}::text[], ${column('quantity')}::numeric[],
                  ${column('items').map((items) => JSON.stringify(items))}::jsonb[], ${column('counted')}::boolean[], ${column('hasCounted')}::boolean[])
           as o(id, customer, external_id, at, amount, refunded, status, kind, channel, quantity, items, counted, has_counted)
        on conflict (workspace_id, external_id) do update
       set at = excluded.at, amount = excluded.amount, refunded = excluded.refunded, status = excluded.status,
           kind = excluded.kind, channel = excluded.channel, quantity = excluded.quantity, items = excluded.items,
           counted = excluded.counted, has_counted = excluded.has_counted`.execute(trx);
}

/** A customer's running totals over counted orders. */
export interface Totals {
  customerId: number;
  count: number;
  /** Days on the shop's calendar with a counted order. */
  days: number;
  amount: number;
  first: Millis | null;
  last: Millis | null;
}

export async function writeTotals(trx: Trx, here: Here, totals: readonly Totals[]): Promise<void> {
  if (totals.length === 0) return;
  const date = (at: Millis | null) => (at === null ? null : new Date(at));
  await sql`
    update customer c set order_count = t.count, order_days = t.days, order_amount = t.amount, first_order_at = t.first,
           last_order_at = t.last, updated_at = ${new Date(here.now)}
      from unnest(${totals.map((t) => t.customerId)}::bigint[], ${totals.map((t) => t.count)}::int[],
                  ${totals.map((t) => t.days)}::int[], ${totals.map((t) => t.amount)}::bigint[],
                  ${totals.map((t) => date(t.first))}::timestamptz[], ${totals.map((t) => date(t.last))}::timestamptz[]) as t(id, count, days, amount, first, last)
     where c.workspace_id = ${here.id} and c.id = t.id`.execute(trx);
}

/** Totals counted anew from the orders themselves; for customers whose known orders changed. */
export async function recountTotals(trx: Trx, here: Here, customers: readonly number[]): Promise<Totals[]> {
  if (customers.length === 0) return [];
  const { rows } = await sql<{
    id: number;
    count: number;
    days: number;
    amount: number;
    first: Date | null;
    last: Date | null;
  }>`
    select w.id, count(o.id) as count, count(distinct (o.at at time zone ${here.zone}::text)::date) as days,
           coalesce(sum(o.amount - o.refunded), 0)::bigint as amount,
           min(o.at) as first, max(o.at) as last
      from unnest(${customers as number[]}::bigint[]) as w(id)
      left join shop_order o on o.workspace_id = ${here.id} and o.customer_id = w.id and o.counted
     group by w.id`.execute(trx);
  return rows.map(({ id, first, last, ...sums }) => ({
    customerId: id,
    ...sums,
    first: first?.getTime() ?? null,
    last: last?.getTime() ?? null,
  }));
}
