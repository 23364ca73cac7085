import { sql } from 'kysely';
import type { EventFact, MessageFact, OrderFact, ShipmentFact } from '@tabiji/shared/conditions/facts.ts';
import type { Json, Properties } from '@tabiji/shared/json.ts';
import { integers } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';

export interface CustomerFactsRow {
  id: number;
  external_id: string;
  order_count: number;
  order_days: number;
  order_amount: number;
  first_order_at: Date | null;
  last_order_at: Date | null;
  time_zone: string | null;
  attributes: Record<string, Json>;
}

/** One row per customer. Basic data are attributes too; they are put together only where somebody asks. */
export async function customerFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
  withAttributes: boolean,
): Promise<CustomerFactsRow[]> {
  const attributes = withAttributes
    ? sql`jsonb_strip_nulls(jsonb_build_object(
             'email', email, 'phone', phone, 'lastName', last_name, 'firstName', first_name,
             'lastNameKana', last_name_kana, 'firstNameKana', first_name_kana, 'locale', locale)) || attributes`
    : sql`null`;
  const { rows } = await sql<CustomerFactsRow>`
    select id, external_id, order_count, order_days, order_amount, first_order_at, last_order_at, time_zone,
           ${attributes} as attributes
      from customer
     where workspace_id = ${workspaceId} and id = any(${integers(ids)}::bigint[])`.execute(trx);
  return withAttributes ? rows : rows.map((row) => Object.assign(row, { attributes: NONE }));
}

const NONE = {};

/** Counted orders, ascending by time and arrival. Rides shop_order_customer. */
export async function orderFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
): Promise<(OrderFact & { customer: number })[]> {
  const { rows } = await sql<{ customer: number; at: Date; arrival: number; amount: number; items: Properties[] }>`
    select customer_id as customer, at, id as arrival, amount - refunded as amount, items
      from shop_order
     where workspace_id = ${workspaceId} and customer_id = any(${integers(ids)}::bigint[]) and counted
     order by at, id`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Events of the given names, ascending by time and arrival. Rides event_customer. */
export async function eventFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
  names: readonly string[],
): Promise<(EventFact & { customer: number; name: string })[]> {
  const { rows } = await sql<{ customer: number; name: string; at: Date; arrival: number; properties: Properties }>`
    select customer_id as customer, name, at, id as arrival, properties
      from event
     where workspace_id = ${workspaceId} and customer_id = any(${integers(ids)}::bigint[])
       and name = any(${names as string[]}::text[])
     order by at, id`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Keys of the segments each customer is in. */
export async function segmentFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
): Promise<{ customer: number; key: string }[]> {
  const { rows } = await sql<{ customer: number; key: string }>`
    select m.customer_id as customer, s.key
      from segment_member m join segment s on s.workspace_id = m.workspace_id and s.id = m.segment_id
     where m.workspace_id = ${workspaceId} and m.customer_id = any(${integers(ids)}::bigint[])`.execute(trx);
  return rows;
}

/** Messages that were handed over; `journey` lets the caller tell nodes of one journey from another's. */
export async function messageFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
): Promise<(MessageFact & { customer: number; journey: number })[]> {
  const { rows } = await sql<{
    customer: number;
    journey: number;
    at: Date;
    arrival: number;
    template: string;
    node: string;
  }>`
    select customer_id as customer, journey_id as journey, at, id as arrival, template, node
      from message
     where workspace_id = ${workspaceId} and customer_id = any(${integers(ids)}::bigint[]) and state = 'sent'
     order by at, id`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** Parcels in order of arrival, each with the number of its order. Rides shipment_customer. */
export async function shipmentFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
): Promise<(ShipmentFact & { customer: number })[]> {
  const { rows } = await sql<{
    customer: number;
    order: number | null;
    shipped_at: Date | null;
    delivered_at: Date | null;
  }>`
    select s.customer_id as customer, o.id as "order", s.shipped_at, s.delivered_at
      from shipment s
      left join shop_order o on o.workspace_id = s.workspace_id and o.external_id = s.order_external_id
     where s.workspace_id = ${workspaceId} and s.customer_id = any(${integers(ids)}::bigint[])
     order by s.id`.execute(trx);
  return rows.map(({ customer, order, shipped_at, delivered_at }) => ({
    customer,
    order,
    shippedAt: shipped_at?.getTime() ?? null,
    deliveredAt: delivered_at?.getTime() ?? null,
  }));
}

/** Templates of letters that are still to be handed over, or that may have been. Rides entry, outbox_visit, message_customer. */
export async function underWayFacts(
  trx: Trx,
  workspaceId: number,
  ids: readonly number[],
): Promise<{ customer: number; template: string }[]> {
  const { rows } = await sql<{ customer: number; template: string }>`
    select n.customer_id as customer, o.template
      from entry n join outbox o on o.workspace_id = n.workspace_id and o.enrollment_id = n.enrollment_id
     where n.workspace_id = ${workspaceId} and n.customer_id = any(${ids as number[]}::bigint[])
    union all
    select customer_id, template from message
     where workspace_id = ${workspaceId} and customer_id = any(${ids as number[]}::bigint[]) and state = 'unknown'`.execute(
    trx,
  );
  return rows;
}
