import { sql } from 'kysely';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { integers, millis, texts } from '../db/arrays.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** An event that is new. */
export interface Happened {
  customerId: number;
  moment: Moment;
  name: string;
  properties: Properties;
}

export async function insertEvents(trx: Trx, here: Here, events: readonly Happened[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into event (workspace_id, id, customer_id, at, received_at, name, properties)
    select ${here.id}, e.id, e.customer, at_ms(e.at), ${new Date(here.realNow)}, e.name, e.properties
      from unnest(${integers(events.map(({ moment }) => moment.arrival))}::bigint[],
                  ${integers(events.map((e) => e.customerId))}::bigint[],
                  ${millis(events.map(({ moment }) => moment.at))}::bigint[], ${texts(events.map((e) => e.name))}::text[],
                  ${texts(events.map((e) => JSON.stringify(e.properties)))}::jsonb[]) as e(id, customer, at, name, properties)`.execute(
    trx,
  );
}

/** A shipment as it was told. */
export interface ToldShipment {
  id: number;
  customerId: number;
  externalId: string;
  order: string | null;
  shippedAt: Millis | null;
  deliveredAt: Millis | null;
}

/** Inserts shipments, or adds to known ones what has become known of them. Answers with each one's number. */
export async function writeShipments(
  trx: Trx,
  here: Here,
  shipments: readonly ToldShipment[],
): Promise<Map<string, number>> {
  if (shipments.length === 0) return new Map();
  const last = [...new Map(shipments.map((one) => [one.externalId, one])).values()];
  const date = (at: Millis | null) => (at === null ? null : new Date(at));
  const { rows } = await sql<{ id: number; external_id: string }>`
    insert into shipment (workspace_id, id, customer_id, external_id, order_external_id, shipped_at, delivered_at, received_at)
    select ${here.id}, s.id, s.customer, s.external_id, s.order_id, s.shipped, s.delivered, ${new Date(here.realNow)}
      from unnest(${last.map((s) => s.id)}::bigint[], ${last.map((s) => s.customerId)}::bigint[],
                  ${last.map((s) => s.externalId)}::text[], ${last.map((s) => s.order)}::text[],
                  ${last.map((s) => date(s.shippedAt))}::timestamptz[], ${last.map((s) => date(s.deliveredAt))}::timestamptz[])
           as s(id, customer, external_id, order_id, shipped, delivered)
        on conflict (workspace_id, external_id) do update
       set shipped_at = coalesce(excluded.shipped_at, shipment.shipped_at),
           delivered_at = coalesce(excluded.delivered_at, shipment.delivered_at),
           order_external_id = coalesce(excluded.order_external_id, shipment.order_external_id)
    returning id, external_id`.execute(trx);
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}
