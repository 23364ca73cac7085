import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { CpmFigures } from '@tabiji/shared/cpm/rank.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Happened } from '../events/events.sql.ts';
import type { Purchase } from '../orders/receive-orders.ts';
import { moveSegments } from '../segments/move.ts';
import { cpmChanges } from './cpm-changes.ts';
import { enroll, type Candidate } from './enroll.ts';
import { reentryKeyOf } from './entry-key.ts';
import { loadFacts, type Known } from './load-facts.ts';
import { occasionsOf, type Happenings } from './occasions.ts';
import { planStarts } from './plan-starts.ts';
import type { Setup } from './setup.ts';
import type { Start } from './starts.ts';
import type { Store } from './store.ts';
import { tellThoseUnderWay } from './under-way.ts';

/** What facts brought, at most one of each customer that something may follow from. Everything is stored. */
export interface News {
  /** The fact of each customer for whom something may follow; they are locked. */
  touched: ReadonlyMap<number, Moment>;
  /** Figures, as they were before, of customers whose orders have changed. */
  ordered: ReadonlyMap<number, CpmFigures>;
  /** Customers whose attributes have changed. */
  described: ReadonlySet<number>;
  /** Customers whose time zone was told. */
  rezoned: ReadonlySet<number>;
  purchases: readonly Purchase[];
  events: readonly Happened[];
  /** The shop's ids of the orders that were told, or that shipments were told of. */
  orders: readonly string[];
  /** Numbers of the shipments that were told. */
  shipments: readonly number[];
}

export const NO_NEWS: News = {
  touched: new Map(),
  ordered: new Map(),
  described: new Set(),
  rezoned: new Set(),
  purchases: [],
  events: [],
  orders: [],
  shipments: [],
};

/**
 * Everything that facts set off, in their own transaction: segments move, goals and exit conditions end passages,
 * journeys start, timers are planned. History starts nothing, but it moves segments and meets goals.
 */
export async function react(
  store: Store,
  here: Here,
  news: News,
  { setup, startJourneys }: { setup: Setup; startJourneys: boolean },
): Promise<void> {
  if (news.touched.size === 0) return;
  const customers = [...news.touched.keys()];
  const mayHaveMoved = (customer: number) => news.ordered.has(customer) || news.rezoned.has(customer);
  const known = await loadFacts(
    store,
    customers.map((customer) => ({ customer, needs: mayHaveMoved(customer) ? setup.needsOfOrders : setup.needs })),
  );
  const segments = await moveSegments(store, here, setup.segments, known);
  await tellThoseUnderWay(store, here, customers, news.rezoned); // after the segments, since endings may ask about them
  await planTimers(store, here, setup, news, known, startJourneys);
  if (!startJourneys) return;
  const isRanked = news.ordered.size > 0 && setup.starts.some(({ trigger }) => trigger.on === 'cpm');
  const cpm = isRanked ? cpmChanges(news.ordered, known, await store.facts.shop(), here.now) : [];
  await enroll(store, here, candidatesAt(setup.starts, { ...news, segments, cpm }, known, here));
}

async function planTimers(
  store: Store,
  here: Here,
  { starts, timed }: Setup,
  news: News,
  known: ReadonlyMap<number, Known>,
  mayBeLate: boolean,
): Promise<void> {
  if (timed === 'none') return;
  const isShipping = timed === 'parcels' && news.orders.length + news.shipments.length > 0;
  const changed = {
    orders: new Set([...news.ordered.keys(), ...news.rezoned]),
    attributes: news.described,
    events: news.events.map(({ customerId, name, moment, properties }) => ({
      customerId,
      name,
      properties,
      id: moment.arrival,
      at: moment.at,
    })),
    parcels: isShipping ? await store.facts.parcels({ orders: news.orders, shipments: news.shipments }) : [],
  };
  await store.timers.write(planStarts(starts, changed, { known, here, mayBeLate }));
}

/** Who stands at which door because of what has happened. */
export const candidatesAt = (
  starts: readonly Start[],
  now: Happenings,
  known: ReadonlyMap<number, Known>,
  here: Here,
): Candidate[] =>
  starts.flatMap(({ version, trigger }) =>
    occasionsOf(trigger, now, here).flatMap(({ customerId, moment, order, properties }) => {
      const customer = known.get(customerId);
      if (!customer) return [];
      const key = reentryKeyOf(version.graph.settings.reentryKey, { order, properties });
      return [{ version, trigger, customerId, moment, facts: customer.facts, zone: customer.zone, key }];
    }),
  );
