import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import { integers } from '../../db/arrays.ts';
import type { Row } from '../memory/database.ts';

/** A message that was handed over, with what it is about. */
export type SentRow = Row<'message'> & { topic: string | null };

/** What is kept of one customer. Lists are ascending by number: in the order in which things arrived. */
export interface Records {
  customer: Row<'customer'>;
  orders: Row<'shop_order'>[];
  events: Row<'event'>[];
  shipments: Row<'shipment'>[];
  subscriptions: Row<'subscription'>[];
  messages: SentRow[];
}

/**
 * Everything that is kept of some customers, one statement per kind whatever their number. Customers who are gone are
 * missing. `events`: only those names; all of them when undefined.
 */
export async function recordsOf(
  trx: Trx,
  workspaceId: number,
  customers: readonly number[],
  events?: readonly string[],
): Promise<Map<number, Records>> {
  const ids = sql`any(${integers(customers)}::bigint[])`;
  const of = sql`workspace_id = ${workspaceId} and customer_id = ${ids}`;
  const found = await sql<Row<'customer'>>`
    select * from customer where workspace_id = ${workspaceId} and id = ${ids}`.execute(trx);
  const orders = await sql<Row<'shop_order'>>`select * from shop_order where ${of} order by id`.execute(trx);
  const named = events === undefined ? sql`` : sql`and name = any(${events as string[]}::text[])`;
  const happened = await sql<Row<'event'>>`select * from event where ${of} ${named} order by id`.execute(trx);
  const shipments = await sql<Row<'shipment'>>`select * from shipment where ${of} order by id`.execute(trx);
  const said = await sql<Row<'subscription'>>`select * from subscription where ${of}`.execute(trx);
  const sent = await sql<SentRow>`
    select m.*, v.graph -> 'settings' ->> 'topic' as topic
      from message m
      left join journey_version v
        on v.workspace_id = m.workspace_id and v.journey_id = m.journey_id and v.version = m.version
     where m.workspace_id = ${workspaceId} and m.customer_id = ${ids} and m.state = 'sent'
     order by m.at, m.id`.execute(trx);
  const records = new Map<number, Records>(
    found.rows.map((customer) => [
      customer.id,
      { customer, orders: [], events: [], shipments: [], subscriptions: [], messages: [] },
    ]),
  );
  for (const row of orders.rows) records.get(row.customer_id)?.orders.push(row);
  for (const row of happened.rows) records.get(row.customer_id)?.events.push(row);
  for (const row of shipments.rows) records.get(row.customer_id)?.shipments.push(row);
  for (const row of said.rows) records.get(row.customer_id)?.subscriptions.push(row);
  for (const row of sent.rows) records.get(row.customer_id)?.messages.push(row);
  return records;
}
