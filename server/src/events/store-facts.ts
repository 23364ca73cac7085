import type { Change } from '../customers/identify.sql.ts';
import type { LockedCustomer } from '../customers/lock.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Occurrence } from '../engine/elapsed.ts';
import type { News } from '../engine/react.ts';
import type { Store } from '../engine/store.ts';
import { receiveOrders } from '../orders/receive-orders.ts';
import { only, type Arrived } from './arrived.ts';

/** Stores new facts with the totals they change; answers with what is news to those who follow them. */
export async function storeFacts(
  store: Store,
  here: Here,
  arrived: readonly Arrived[],
  locked: ReadonlyMap<number, LockedCustomer>,
): Promise<News> {
  await store.customers.change(changesIn(arrived));
  const purchases = await receiveOrders(
    store,
    here,
    only(arrived, 'order').map(({ fact, customerId, moment, told }) => {
      const customer = locked.get(customerId);
      if (!customer) throw new Error(`customer ${customerId} was not locked`);
      return { order: fact, at: told.at, arrival: moment.arrival, customer };
    }),
  );
  const events = only(arrived, 'track').map(({ fact, customerId, moment }) => ({
    customerId,
    moment,
    name: fact.event,
    properties: fact.properties ?? {},
  }));
  await store.received.insertEvents(events);
  const deliveries = await receiveShipments(store, only(arrived, 'shipment'));
  const touched = new Map(
    arrived.flatMap(({ customerId, moment, concerns }) => (concerns ? [[customerId, moment] as const] : [])),
  );
  const followed = events.filter(({ customerId }) => touched.has(customerId));
  const happened = followed.map(({ customerId, moment, name }) => ({
    customerId,
    anchor: `event:${name}`,
    id: moment.arrival,
    at: moment.at,
  }));
  const rezoned = new Set(
    only(arrived, 'identify').flatMap(({ fact, customerId }) => (fact.timeZone === undefined ? [] : [customerId])),
  );
  return { touched, purchases, events: followed, occurrences: [...deliveries, ...happened], rezoned };
}

/** Several tellings about one customer become one change; later ones win, attributes add up. */
function changesIn(arrived: readonly Arrived[]): Map<number, Change> {
  const changes = new Map<number, Change>();
  for (const { fact, customerId } of only(arrived, 'identify')) {
    const { type: _type, customer: _customer, ...change } = fact;
    const before = changes.get(customerId);
    changes.set(customerId, { ...before, ...change, attributes: { ...before?.attributes, ...change.attributes } });
  }
  return changes;
}

async function receiveShipments(store: Store, told: ReturnType<typeof only<'shipment'>>): Promise<Occurrence[]> {
  const shipments = told.map(({ fact, customerId, moment, told: { shippedAt, deliveredAt } }) => ({
    id: moment.arrival,
    customerId,
    externalId: fact.id,
    order: fact.order ?? null,
    shippedAt,
    deliveredAt,
  }));
  const numbers = await store.received.writeShipments(shipments);
  return shipments.flatMap(({ externalId, customerId, deliveredAt }) => {
    const id = numbers.get(externalId);
    return deliveredAt === null || id === undefined ? [] : [{ customerId, anchor: 'delivered', id, at: deliveredAt }];
  });
}
