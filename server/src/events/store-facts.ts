import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { CpmFigures } from '@tabiji/shared/cpm/rank.ts';
import type { Change } from '../customers/identify.sql.ts';
import type { LockedCustomer } from '../customers/lock.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Click } from '../engine/count-mails.sql.ts';
import type { News } from '../engine/react.ts';
import type { Store } from '../engine/store.ts';
import { receiveOrders } from '../orders/receive-orders.ts';
import { only, type Arrived } from './arrived.ts';
import type { Happened } from './events.sql.ts';

/** Stores new facts with the totals they change; answers with what is news to those who follow them. */
export async function storeFacts(
  store: Store,
  here: Here,
  arrived: readonly Arrived[],
  locked: ReadonlyMap<number, LockedCustomer>,
): Promise<News> {
  await store.customers.change(changesIn(arrived));
  const before = figuresOf(locked.values()); // the rows are brought up to date with the orders
  const { purchases, orders } = await receiveOrders(
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
  await store.letters.countClicks(events.flatMap(clickOf));
  const parcels = only(arrived, 'shipment');
  const shipments = await receiveShipments(store, parcels);
  const touched = new Map(
    arrived.flatMap(({ customerId, moment, concerns }) => (concerns ? [[customerId, moment] as const] : [])),
  );
  const isFollowed = ({ customerId }: { customerId: number }) => touched.has(customerId);
  const identified = only(arrived, 'identify').filter(isFollowed);
  const changed = orders.filter(isFollowed);
  const ordered = changed.flatMap(({ customerId }) => {
    const figures = before.get(customerId);
    return figures ? [[customerId, figures] as const] : [];
  });
  return {
    touched,
    ordered: new Map(ordered),
    described: new Set(identified.map(({ customerId }) => customerId)),
    rezoned: new Set(identified.flatMap(({ fact, customerId }) => (fact.timeZone === undefined ? [] : [customerId]))),
    purchases,
    events: events.filter(isFollowed),
    orders: [...changed.map(({ externalId }) => externalId), ...parcels.flatMap(({ fact }) => fact.order ?? [])],
    shipments,
  };
}

/** A click that names journey and node; whoever tells of one without them cannot be counted there. */
function clickOf({ name, customerId, moment, properties: { journey, node } }: Happened): Click[] {
  if (name !== MESSAGE_EVENTS.clicked || typeof journey !== 'number' || typeof node !== 'string') return [];
  return [{ customer: customerId, journey: Math.trunc(journey), node, at: moment.at, arrival: moment.arrival }];
}

/** What CPM counts by, as the locked rows show it. */
const figuresOf = (customers: Iterable<LockedCustomer>): Map<number, CpmFigures> =>
  new Map(
    [...customers].map(({ id, orderDays, orderAmount, firstOrderAt, lastOrderAt }) => [
      id,
      { days: orderDays, amount: orderAmount, firstAt: firstOrderAt, lastAt: lastOrderAt },
    ]),
  );

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

/** Answers with the shipments' numbers. */
async function receiveShipments(store: Store, told: ReturnType<typeof only<'shipment'>>): Promise<number[]> {
  const shipments = told.map(({ fact, customerId, moment, told: { shippedAt, deliveredAt } }) => ({
    id: moment.arrival,
    customerId,
    externalId: fact.id,
    order: fact.order ?? null,
    shippedAt,
    deliveredAt,
  }));
  return [...(await store.received.writeShipments(shipments)).values()];
}
