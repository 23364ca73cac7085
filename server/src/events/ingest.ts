import type { Fact, Receipt } from '@tabiji/shared/api/facts.ts';
import type { LockedCustomer } from '../customers/lock.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Interest } from '../engine/interest.ts';
import { react } from '../engine/react.ts';
import { holdSetup } from '../engine/setup.ts';
import type { Store } from '../engine/store.ts';
import { inLayers, type Arrived } from './arrived.ts';
import { noveltyOf, type Novelty } from './keys.ts';
import { storeFacts } from './store-facts.ts';
import { toldAt } from './told-at.ts';

/** What became of facts that were told together. */
export interface Ingested extends Receipt {
  /** Positions of events whose id was used before with other content. */
  conflicts: number[];
}

export interface IngestOptions {
  /** History starts nothing, but it moves segments and meets goals. */
  startJourneys: boolean;
  /** Which facts are followed; usually those that what is live asks about. */
  interest?: Interest;
}

/**
 * Stores facts and everything they set off, in one transaction, as if each had been told after the other: all or
 * nothing. Facts that were received before change nothing, and facts that nobody asks about are stored without a look
 * at their customers. Set-based: the number of statements does not grow with the customers.
 * @returns what became of each fact, by position
 * @throws FactRefused `invalid` when a time lies in the future
 */
export async function ingestEach(
  store: Store,
  here: Here,
  facts: readonly Fact[],
  { startJourneys, interest: given }: IngestOptions,
): Promise<Novelty[]> {
  const times = facts.map((fact, position) => toldAt(fact, position, here));
  const setup = await holdSetup(store, here.id);
  const interest = given ?? setup.interest;
  const novelty = await noveltyOf(store, facts);
  const fresh = facts.flatMap((fact, i) => (novelty[i] === 'new' ? [{ fact, told: times[i]! }] : []));
  if (fresh.length === 0) return novelty;

  const { idOf, locked, isConcerned } = await meetCustomers(store, fresh, interest);
  const numbers = await store.received.nextFactNumbers(fresh.length);
  const arrived = fresh.map(({ fact, told }, i): Arrived => {
    const moment = { at: told.at ?? here.now, arrival: numbers[i]! };
    return { fact, told, customerId: idOf(fact.customer), moment, concerns: isConcerned(fact) };
  });
  for (const layer of startJourneys ? inLayers(arrived) : [arrived]) {
    const news = await storeFacts(store, here, layer, locked);
    await react(store, here, news, { setup, startJourneys });
  }
  return novelty;
}

/** The same for somebody who does not ask about each fact. @throws FactRefused as above */
export async function ingest(...told: Parameters<typeof ingestEach>): Promise<Ingested> {
  const novelty = await ingestEach(...told);
  const count = (what: Novelty) => novelty.filter((one) => one === what).length;
  const conflicts = novelty.flatMap((one, i) => (one === 'conflict' ? [i] : []));
  return { stored: count('new'), duplicates: count('duplicate'), conflicts };
}

/** Finds the customers of facts, makes those who are not known, and locks those for whom something may follow. */
async function meetCustomers(store: Store, fresh: readonly { fact: Fact }[], interest: Interest) {
  const known = await store.customers.find([...new Set(fresh.map(({ fact }) => fact.customer))]);
  const watched = await whoIsWatched(store, known, interest);
  const unknown = (fact: Fact) => !known.has(fact.customer);
  const isConcerned = (fact: Fact) => interest.concerns(fact, unknown(fact)) || watched.has(known.get(fact.customer));
  const changes = (fact: Fact) => fact.type === 'order' || fact.type === 'identify';
  const concerned = fresh.flatMap(({ fact }) =>
    unknown(fact) || changes(fact) || isConcerned(fact) ? [fact.customer] : [],
  );
  const held = concerned.length === 0 ? new Map<string, LockedCustomer>() : await store.customers.lock(concerned);
  const idOf = (externalId: string) => {
    const id = held.get(externalId)?.id ?? known.get(externalId);
    if (id === undefined) throw new Error(`customer ${externalId} was not made`);
    return id;
  };
  return { idOf, isConcerned, locked: new Map([...held.values()].map((customer) => [customer.id, customer])) };
}

/** Those inside a journey that time alone may end: any fact makes the engine look. */
async function whoIsWatched(store: Store, known: ReadonlyMap<string, number>, { watchful }: Interest) {
  if (watchful.size === 0 || known.size === 0) return new Set<number | undefined>();
  const active = await store.positions.activeOf([...known.values()]);
  return new Set<number | undefined>(active.flatMap((row) => (watchful.has(row.journey_id) ? [row.customer_id] : [])));
}
