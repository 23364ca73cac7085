import { sql } from 'kysely';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Trx } from '../db/database.ts';
import type { Parcel } from './parcels.ts';

/** Which parcels are asked for: those of some orders and shipments, or all of some customers. */
export type ParcelsOf = { orders: readonly string[]; shipments: readonly number[] } | { customers: readonly number[] };

interface Row {
  customer: number;
  id: number;
  order: string;
  at: Date;
  counted: boolean;
  items: Properties[];
  shipped: Date | null;
  delivered: Date | null;
  shipments: number[];
}

/** Orders with the dates of their shipments, and shipments whose order is not known. Rides shipment_order. */
export async function findParcels(trx: Trx, workspaceId: number, of: ParcelsOf): Promise<Parcel[]> {
  const orders =
    'orders' in of
      ? sql`(o.external_id = any(${of.orders as string[]}::text[]) or o.external_id in (
          select order_external_id from shipment
           where workspace_id = ${workspaceId} and id = any(${of.shipments as number[]}::bigint[])))`
      : belongs('o', of);
  const loose = 'shipments' in of ? sql`s.id = any(${of.shipments as number[]}::bigint[])` : belongs('s', of);
  const { rows } = await sql<Row>`
    select o.customer_id as customer, o.id, o.external_id as order, o.at, o.counted, o.items, s.shipped, s.delivered, s.shipments
      from shop_order o
      cross join lateral (
        select max(shipped_at) as shipped, max(delivered_at) as delivered, coalesce(array_agg(id), '{}')::float8[] as shipments
          from shipment where workspace_id = ${workspaceId} and order_external_id = o.external_id) s
     where o.workspace_id = ${workspaceId} and ${orders}`.execute(trx);
  const { rows: alone } = await sql<{
    customer: number;
    id: number;
    order: string | null;
    shipped: Date | null;
    delivered: Date | null;
  }>`
    select s.customer_id as customer, s.id, s.order_external_id as order, s.shipped_at as shipped, s.delivered_at as delivered
      from shipment s
     where s.workspace_id = ${workspaceId} and ${loose}
       and not exists (select from shop_order o where o.workspace_id = ${workspaceId} and o.external_id = s.order_external_id)`.execute(
    trx,
  );
  return [
    ...rows.map((row): Parcel => ({
      customer: row.customer,
      name: `o${row.id}`,
      order: row.order,
      orderedAt: row.at.getTime(),
      counted: row.counted,
      items: row.items,
      shippedAt: row.shipped?.getTime() ?? null,
      deliveredAt: row.delivered?.getTime() ?? null,
      shipments: row.shipments.map((id) => `s${id}`),
    })),
    ...alone.map((row): Parcel => ({
      customer: row.customer,
      name: `s${row.id}`,
      order: row.order,
      orderedAt: null,
      counted: true,
      items: [],
      shippedAt: row.shipped?.getTime() ?? null,
      deliveredAt: row.delivered?.getTime() ?? null,
      shipments: [],
    })),
  ];
}

const belongs = (table: 'o' | 's', { customers }: { customers: readonly number[] }) =>
  sql`${sql.ref(`${table}.customer_id`)} = any(${customers as number[]}::bigint[])`;
