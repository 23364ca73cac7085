import { sql } from 'kysely';
import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Which part of a customer's history is asked for. */
export interface Window {
  customerId: number;
  /** ISO instant, or `infinity`. */
  before: string;
  limit: number;
}

/** What the customer did and what the shop did with it: events, orders, shipments, segments. */
export async function factEntries(trx: Trx, here: Here, window: Window): Promise<TimelineEntry[]> {
  return [
    ...(await events(trx, here, window)),
    ...(await orders(trx, here, window)),
    ...(await shipments(trx, here, window)),
    ...(await segments(trx, here, window)),
  ];
}

async function events(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{ id: number; at: Date; name: string; properties: Properties }>`
    select id, at, name, properties from event
     where workspace_id = ${here.id} and customer_id = ${customerId} and at < ${before}::timestamptz
     order by at desc, id desc limit ${limit}`.execute(trx);
  return rows.map((row) => ({ kind: 'event', ...row, at: row.at.toISOString() }));
}

async function orders(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{
    id: number;
    at: Date;
    externalId: string;
    amount: number;
    refunded: number;
    quantity: number | null;
    status: string;
    orderKind: string;
    items: Properties[];
  }>`
    select id, at, external_id as "externalId", amount, refunded, quantity, status, kind as "orderKind", items from shop_order
     where workspace_id = ${here.id} and customer_id = ${customerId} and at < ${before}::timestamptz
     order by at desc, id desc limit ${limit}`.execute(trx);
  return rows.map((row) => ({ kind: 'order', ...row, at: row.at.toISOString() }));
}

async function shipments(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{ id: number; at: Date; what: 'shipped' | 'delivered' }>`
    select id, at, what from (
      select id, shipped_at as at, 'shipped' as what from shipment where workspace_id = ${here.id} and customer_id = ${customerId}
      union all
      select id, delivered_at, 'delivered' from shipment where workspace_id = ${here.id} and customer_id = ${customerId}) s
     where at < ${before}::timestamptz order by at desc limit ${limit}`.execute(trx);
  return rows.map((row) => ({ kind: 'shipment', ...row, at: row.at.toISOString() }));
}

async function segments(trx: Trx, here: Here, { customerId, before, limit }: Window): Promise<TimelineEntry[]> {
  const { rows } = await sql<{ key: string; name: string; at: Date }>`
    select s.key, s.name, m.since as at
      from segment_member m join segment s on s.workspace_id = m.workspace_id and s.id = m.segment_id
     where m.workspace_id = ${here.id} and m.customer_id = ${customerId} and m.since < ${before}::timestamptz
     order by m.since desc limit ${limit}`.execute(trx);
  return rows.map((row) => ({ kind: 'segment', change: 'entered', ...row, at: row.at.toISOString() }));
}
