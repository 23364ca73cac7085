import type { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
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
  /** Every yes and no, not the last one alone. */
  subscriptions: Row<'subscription'>[];
  /** Why the address is not written to; at most one. */
  suppressions: { customer_id: number; address_hash: string; reason: SuppressionReason; at: Date }[];
  promotionHolds: Row<'promotion_hold'>[];
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
  const said = await sql<Row<'subscription'>>`
    select customer_id, topic, subscribed, source, at
      from (select id, customer_id, topic, subscribed, source, at from consent where ${of}
            union all -- what was said before proofs were kept
            select 0, customer_id, topic, subscribed, source, at from subscription s
             where ${of} and not exists (
               select from consent c where c.workspace_id = s.workspace_id and c.customer_id = s.customer_id
                  and c.topic = s.topic)) said
     order by at, id`.execute(trx);
  const suppressed = await sql<Records['suppressions'][0]>`
    select c.id as customer_id, encode(x.address_hash, 'hex') as address_hash, x.reason, x.at
      from customer c
      join workspace w on w.id = c.workspace_id
      join suppression x on x.workspace_id = c.workspace_id and x.address_hash = address_hash(w.salt, c.email)
     where c.workspace_id = ${workspaceId} and c.id = ${ids}`.execute(trx);
  const holds = await sql<Row<'promotion_hold'>>`select * from promotion_hold where ${of} order by at`.execute(trx);
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
      {
        customer,
        orders: [],
        events: [],
        shipments: [],
        subscriptions: [],
        suppressions: [],
        promotionHolds: [],
        messages: [],
      },
    ]),
  );
  for (const row of orders.rows) records.get(row.customer_id)?.orders.push(row);
  for (const row of happened.rows) records.get(row.customer_id)?.events.push(row);
  for (const row of shipments.rows) records.get(row.customer_id)?.shipments.push(row);
  for (const row of said.rows) records.get(row.customer_id)?.subscriptions.push(row);
  for (const row of suppressed.rows) records.get(row.customer_id)?.suppressions.push(row);
  for (const row of holds.rows) records.get(row.customer_id)?.promotionHolds.push(row);
  for (const row of sent.rows) records.get(row.customer_id)?.messages.push(row);
  return records;
}
