import type { FactReads } from '../../engine/store/facts.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Row } from './database.ts';
import { parcelsIn } from './parcels.ts';
import type { AtOnce, Session } from './store.ts';

const byMoment = (a: { at: Date; id: number }, b: { at: Date; id: number }) =>
  a.at.getTime() - b.at.getTime() || a.id - b.id;

export const factsIn = ({ db, trx, here }: Session): AtOnce<FactReads> => ({
  customers: (ids, withAttributes) =>
    trx
      .find(db.customer, ({ id }) => ids.includes(id))
      .map((row) => ({ ...row, attributes: withAttributes ? attributesOf(row) : {} })),
  orders: (ids) =>
    trx
      .find(db.shop_order, (row) => row.counted && ids.includes(row.customer_id))
      .toSorted(byMoment)
      .map((row) => ({
        customer: row.customer_id,
        at: row.at.getTime(),
        arrival: row.id,
        amount: row.amount - row.refunded,
        items: row.items,
      })),
  events: (ids, names) =>
    trx
      .find(db.event, (row) => ids.includes(row.customer_id) && names.includes(row.name))
      .toSorted(byMoment)
      .map(({ customer_id, name, at, id, properties }) => ({
        customer: customer_id,
        name,
        at: at.getTime(),
        arrival: id,
        properties,
      })),
  segments: (ids) =>
    trx
      .find(db.segment_member, (row) => ids.includes(row.customer_id))
      .map((row) => ({ customer: row.customer_id, key: trx.get(db.segment, row.segment_id)?.key ?? '' })),
  messages: (ids) =>
    trx
      .find(db.message, (row) => row.state === 'sent' && ids.includes(row.customer_id))
      .toSorted(byMoment)
      .map(({ customer_id, journey_id, at, id, template, node }) => ({
        customer: customer_id,
        journey: journey_id,
        at: at.getTime(),
        arrival: id,
        template,
        node,
      })),
  shipments: (ids) =>
    trx
      .find(db.shipment, (row) => ids.includes(row.customer_id))
      .toSorted((a, b) => a.id - b.id)
      .map((row) => ({
        customer: row.customer_id,
        order: trx.find(db.shop_order, ({ external_id }) => external_id === row.order_external_id)[0]?.id ?? null,
        shippedAt: row.shipped_at?.getTime() ?? null,
        deliveredAt: row.delivered_at?.getTime() ?? null,
      })),
  underWay: (ids) =>
    [
      ...trx.find(db.outbox, (row) => ids.includes(row.customer_id)),
      ...trx.find(db.message, (row) => ids.includes(row.customer_id) && row.state === 'unknown'),
    ].map((row) => ({ customer: row.customer_id, template: row.template })),
  shop: () => ({ cpm: db.cpm, zone: here.zone }),
  parcels: (of) => parcelsIn({ db, trx }, of),
  newest: () => db.numbers.fact,
});

/** Basic data are attributes too. */
export function attributesOf(row: Row<'customer'>): Record<string, Json> {
  const basic = {
    email: row.email,
    phone: row.phone,
    lastName: row.last_name,
    firstName: row.first_name,
    lastNameKana: row.last_name_kana,
    firstNameKana: row.first_name_kana,
    locale: row.locale,
  };
  const told = Object.entries(basic).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...Object.fromEntries(told), ...row.attributes };
}
