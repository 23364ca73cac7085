import { allNeeds, NO_NEEDS } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { interestOf } from '@tabiji/shared/journey/trigger-interest.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { enroll, type Candidate } from '../engine/enroll.ts';
import { reentryKeyOf } from '../engine/entry-key.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { pgStore } from '../engine/pg-store.ts';
import { planStarts } from '../engine/plan-starts.ts';
import { timedBy } from '../engine/setup.ts';
import { startOf, startsOf, startsOn } from '../engine/starts.ts';
import type { Version } from './compiled.ts';
import { metBefore } from './existing.ts';
import { occurrencesOf } from './plan-elapsed.sql.ts';
import { membersSince } from './take-in.sql.ts';

/**
 * Lets in those of some customers (locked, unless it is a rehearsal) who met a trigger between two instants, by the
 * same door as everybody; the fact that would have let them in then is their triggering fact now.
 * @returns how many enter
 */
export async function takeInPage(
  trx: Trx,
  here: Here,
  version: Version,
  customers: readonly number[],
  { from, asked, rehearsal = false }: { from: Millis; asked: Millis; rehearsal?: boolean },
): Promise<number> {
  const store = pgStore(trx, here);
  const starts = startsOf([version]);
  const { graph } = version;
  const events = starts.flatMap(({ trigger }) => interestOf(trigger).events);
  const filters = [graph.filter, ...starts.map(({ trigger }) => trigger.filter)].filter((one) => one !== undefined);
  const needs = allNeeds([
    ...filters.map(needsOf),
    {
      ...NO_NEEDS,
      attributes: true,
      orders: true,
      cpm: true,
      events: new Set(events),
      messages: starts.some(({ trigger }) => interestOf(trigger).sent),
    },
  ]);
  const known = await loadFacts(
    store,
    customers.map((customer) => ({ customer, needs })),
  );
  const keyed = graph.settings.reentryKey;
  const parcels = keyed === 'order' || timedBy(starts) === 'parcels' ? await store.facts.parcels({ customers }) : [];
  const orderIds = new Map(
    parcels.flatMap(({ name, order }) => (order ? [[Number(name.slice(1)), order] as const] : [])),
  );
  const numbers = rehearsal ? customers.map((_, i) => -i - 1) : await store.received.nextFactNumbers(customers.length);
  const arrivals = new Map(customers.map((customer, i) => [customer, numbers[i]!]));
  const [members, shop] = [await membersSince(trx, here.id, customers), await store.facts.shop()];
  const candidates: Candidate[] = [];
  for (const { trigger } of starts)
    for (const [id, customer] of known) {
      const memberSince = members.get(id) ?? new Map<string, Millis>();
      const before = { id, known: customer, memberSince, orderIds, shop, here, from, arrival: arrivals.get(id)! };
      for (const { customerId, moment, order, properties } of metBefore(trigger, keyed !== undefined, before)) {
        if (moment.at > asked) continue; // by then the version was live
        const key = reentryKeyOf(keyed, { order, properties });
        const isState = moment.arrival === before.arrival;
        const occasion = isState ? `existing:${version.version}` : undefined;
        candidates.push({
          version,
          trigger,
          customerId,
          moment,
          facts: customer.facts,
          zone: customer.zone,
          key,
          occasion,
        });
      }
    }
  const everybody = new Set(customers);
  const names = startsOn(starts, 'elapsed').flatMap(({ trigger }) => interestOf(trigger).events);
  const changed = {
    orders: everybody,
    attributes: everybody,
    parcels,
    events: await occurrencesOf(trx, here.id, customers, names),
  };
  for (const { ref, customerId, passed, key } of planStarts(starts, changed, { known, here, mayBeLate: false })) {
    const [start, customer] = [startOf(starts, ref), known.get(customerId)];
    if (!start || !customer || passed === undefined || passed <= from || passed > asked) continue;
    const moment = { at: passed, arrival: arrivals.get(customerId)! };
    const occasion = ref.includes(':') ? ref : `existing:${version.version}`;
    const { facts, zone } = customer;
    candidates.push({ version, trigger: start.trigger, customerId, moment, facts, zone, key, occasion });
  }
  return (await enroll(store, here, candidates, { silent: true, existing: true, rehearsal })).enrolled;
}
