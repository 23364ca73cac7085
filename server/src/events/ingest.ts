import type { Fact, Receipt } from '@tabiji/shared/api/facts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { noonOf, type Millis } from '@tabiji/shared/time.ts';
import type { Change } from '../customers/identify.sql.ts';
import type { LockedCustomer } from '../customers/lock.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Occurrence } from '../engine/elapsed.ts';
import { react } from '../engine/react.ts';
import type { Store } from '../engine/store.ts';
import { receiveOrders } from '../orders/receive-orders.ts';
import { noveltyOf } from './keys.ts';

/** What became of a batch. `conflicts` are positions of events whose id was used before with other content. */
export interface Ingested extends Receipt {
  conflicts: number[];
}

/** A new fact with its customer, its number in the order of arrival, and its time. */
interface Arrived<F extends Fact = Fact> {
  fact: F;
  customer: LockedCustomer;
  moment: Moment;
  told: Millis | undefined;
}

/** How far ahead of the workspace's clock a sender's clock may be. */
export const MOST_AHEAD = 24 * 3_600_000;

/**
 * Stores facts and everything they set off, in one transaction, in the order given: all or nothing.
 * Facts that were received before change nothing. Set-based: the number of statements does not grow with the facts.
 * @throws AppError `invalid` naming the fact's position and field when a time lies in the future
 */
export async function ingest(
  store: Store,
  here: Here,
  facts: readonly Fact[],
  options: { startJourneys: boolean },
): Promise<Ingested> {
  const times = facts.map((fact, i) =>
    'at' in fact && fact.at !== undefined ? timeOf(fact.at, here, `facts.${i}.at`) : undefined,
  );
  const customers = await store.customers.lock(facts.map((fact) => fact.customer));
  const novelty = await noveltyOf(store, facts);
  const fresh = facts.flatMap((fact, i) => (novelty[i] === 'new' ? [{ fact, told: times[i] }] : []));
  const numbers = await store.received.nextFactNumbers(fresh.length);
  const arrived = fresh.map(({ fact, told }, i): Arrived => {
    const customer = customers.get(fact.customer);
    if (!customer) throw new Error(`customer ${fact.customer} was not locked`);
    return { fact, customer, told, moment: { at: told ?? here.now, arrival: numbers[i]! } };
  });

  await store.customers.change(changesIn(arrived));
  const orders = only(arrived, 'order');
  const purchases = await receiveOrders(
    store,
    here,
    orders.map(({ fact, customer, moment, told }) => ({ order: fact, at: told, arrival: moment.arrival, customer })),
  );
  const events = only(arrived, 'track').map(({ fact, customer, moment }) => ({
    customerId: customer.id,
    moment,
    name: fact.event,
    properties: fact.properties ?? {},
  }));
  await store.received.insertEvents(events);
  const deliveries = await receiveShipments(store, here, only(arrived, 'shipment'));
  const occurrences = [
    ...deliveries,
    ...events.map(({ customerId, moment, name }) => ({
      customerId,
      anchor: `event:${name}`,
      id: moment.arrival,
      at: moment.at,
    })),
  ];
  const touched = new Map(arrived.map(({ customer, moment }) => [customer.id, moment]));
  await react(store, here, { touched, purchases, events, occurrences }, options);
  const conflicts = novelty.flatMap((one, i) => (one === 'conflict' ? [i] : []));
  return { stored: fresh.length, duplicates: facts.length - fresh.length - conflicts.length, conflicts };
}

function only<T extends Fact['type']>(arrived: readonly Arrived[], type: T): Arrived<Extract<Fact, { type: T }>>[] {
  return arrived.filter(({ fact }) => fact.type === type) as Arrived<Extract<Fact, { type: T }>>[];
}

/** An instant, or a date (12:00 in the workspace's zone). */
function timeOf(text: string, here: Here, field: string): Millis {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? noonOf(text, here.zone) : Date.parse(text);
  if (Number.isNaN(at)) throw new AppError('invalid', `${field}: "${text}" is not a date or an instant`, { field });
  if (at > here.now + MOST_AHEAD)
    throw new AppError('invalid', `${field}: ${text} lies in the future (it is ${new Date(here.now).toISOString()})`, {
      field,
    });
  return at;
}

/** Several tellings about one customer become one change; later ones win, attributes add up. */
function changesIn(arrived: readonly Arrived[]): Map<number, Change> {
  const changes = new Map<number, Change>();
  for (const { fact, customer } of only(arrived, 'identify')) {
    const { type: _type, customer: _customer, ...change } = fact;
    const before = changes.get(customer.id);
    changes.set(customer.id, { ...before, ...change, attributes: { ...before?.attributes, ...change.attributes } });
  }
  return changes;
}

type ToldShipments = Arrived<Extract<Fact, { type: 'shipment' }>>[];

async function receiveShipments(store: Store, here: Here, told: ToldShipments): Promise<Occurrence[]> {
  const shipments = told.map(({ fact, customer, moment }) => ({
    id: moment.arrival,
    customerId: customer.id,
    externalId: fact.id,
    order: fact.order ?? null,
    shippedAt: fact.shippedAt === undefined ? null : timeOf(fact.shippedAt, here, 'shippedAt'),
    deliveredAt: fact.deliveredAt === undefined ? null : timeOf(fact.deliveredAt, here, 'deliveredAt'),
  }));
  const numbers = await store.received.writeShipments(shipments);
  return shipments.flatMap(({ externalId, customerId, deliveredAt }) => {
    const id = numbers.get(externalId);
    return deliveredAt === null || id === undefined ? [] : [{ customerId, anchor: 'delivered', id, at: deliveredAt }];
  });
}
