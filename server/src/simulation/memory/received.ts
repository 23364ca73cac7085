import type { FactWrites } from '../../engine/store/facts.ts';
import { localDate } from '@tabiji/shared/time.ts';
import type { AtOnce, Session } from './store.ts';

const dateOf = (at: number | null) => (at === null ? null : new Date(at));

export function receivedIn({ db, trx, here }: Session): AtOnce<FactWrites> {
  const next = (sequence: 'fact' | 'row', count: number) => Array.from({ length: count }, () => ++db.numbers[sequence]);
  return {
    nextFactNumbers: (count) => next('fact', count),
    nextRowNumbers: (count) => next('row', count),
    claimKeys(keys) {
      const known = new Map<string, string>();
      for (const one of keys)
        if (!trx.tryInsert(db.event_key, { ...one })) known.set(one.key, trx.get(db.event_key, one.key)!.body);
      return known;
    },
    insertEvents(events) {
      for (const { customerId, moment, name, properties } of events)
        trx.insert(db.event, {
          id: moment.arrival,
          customer_id: customerId,
          at: new Date(moment.at),
          received_at: new Date(here.realNow),
          name,
          properties,
        });
    },
    writeShipments(shipments) {
      const numbers = new Map<string, number>();
      for (const one of new Map(shipments.map((told) => [told.externalId, told])).values()) {
        const told = {
          shipped_at: dateOf(one.shippedAt),
          delivered_at: dateOf(one.deliveredAt),
          order_external_id: one.order,
        };
        const row = { ...told, id: one.id, customer_id: one.customerId, external_id: one.externalId };
        trx.tryInsert(db.shipment, { ...row, received_at: new Date(here.realNow) });
        const [known] = trx.find(db.shipment, ({ external_id }) => external_id === one.externalId);
        const added = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
        if (known!.id !== one.id) trx.update(db.shipment, known!, added);
        numbers.set(one.externalId, known!.id);
      }
      return numbers;
    },
    findOrders: (externalIds) =>
      new Map(
        trx
          .find(db.shop_order, (row) => externalIds.includes(row.external_id))
          .map(({ customer_id, external_id, has_counted, at, ...row }) => [
            external_id,
            { ...row, customerId: customer_id, externalId: external_id, hasCounted: has_counted, at: at.getTime() },
          ]),
      ),
    writeOrders(orders) {
      for (const { customerId, externalId, hasCounted, at, ...order } of orders) {
        const ids = { customer_id: customerId, external_id: externalId };
        const row = { ...order, ...ids, has_counted: hasCounted, at: new Date(at) };
        if (trx.tryInsert(db.shop_order, { ...row, received_at: new Date(here.realNow) })) continue;
        const [known] = trx.find(db.shop_order, ({ external_id }) => external_id === externalId);
        trx.update(db.shop_order, known!, { ...row, id: known!.id, customer_id: known!.customer_id });
      }
    },
    writeTotals(totals) {
      for (const { customerId, count, days, amount, first, last } of totals) {
        const row = trx.get(db.customer, customerId);
        if (row)
          trx.update(db.customer, row, {
            order_count: count,
            order_days: days,
            order_amount: amount,
            first_order_at: dateOf(first),
            last_order_at: dateOf(last),
            updated_at: new Date(here.now),
          });
      }
    },
    recountTotals: (customers) =>
      customers.map((customerId) => {
        const orders = trx.find(db.shop_order, (row) => row.customer_id === customerId && row.counted);
        const times = orders.map(({ at }) => at.getTime());
        return {
          customerId,
          count: orders.length,
          days: new Set(times.map((at) => localDate(at, here.zone))).size,
          amount: orders.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0),
          first: times.length === 0 ? null : Math.min(...times),
          last: times.length === 0 ? null : Math.max(...times),
        };
      }),
  };
}
