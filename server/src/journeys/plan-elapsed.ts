import { NO_NEEDS } from '@tabiji/shared/conditions/facts.ts';
import { interestOf } from '@tabiji/shared/journey/trigger-interest.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Db } from '../db/database.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { pgStore } from '../engine/pg-store.ts';
import { planStarts } from '../engine/plan-starts.ts';
import { timedBy } from '../engine/setup.ts';
import { startsOf, startsOn } from '../engine/starts.ts';
import { occurrencesOf } from './plan-elapsed.sql.ts';
import { compiledVersions } from './compiled.ts';
import { finishPlanning, getJourney } from './journeys.sql.ts';

const PAGE = 1000;

/**
 * Plans when the triggers of a just published journey go off by time, for customers whose date is known and whose
 * instant is still ahead. Page by page, each in its own transaction; run again it changes nothing. A version that is published
 * meanwhile has a planning of its own.
 */
export async function planForEverybody(db: Db, workspaceId: number, journeyId: number): Promise<void> {
  const { version } = await inWorkspace(db, workspaceId, (trx) => getJourney(trx, workspaceId, journeyId));
  for (let after: number | null = 0; after !== null;) after = await planPage(db, workspaceId, journeyId, after);
  if (version !== null)
    await inWorkspace(db, workspaceId, (trx) => finishPlanning(trx, workspaceId, journeyId, version));
}

const planPage = (db: Db, workspaceId: number, journeyId: number, after: number): Promise<number | null> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    const journey = await getJourney(trx, here.id, journeyId);
    if (journey.version === null || (journey.status !== 'live' && journey.status !== 'paused')) return null;
    const store = pgStore(trx, here);
    const versions = await compiledVersions(store, here.id, [{ journey: journeyId, version: journey.version }]);
    const starts = startsOf([...versions.values()]);
    const timed = timedBy(starts);
    if (timed === 'none') return null;
    const customers = await store.customers.lockPage(after, PAGE);
    if (customers.length === 0) return null;
    const known = await loadFacts(
      store,
      customers.map((customer) => ({ customer, needs: NEEDS })),
    );
    const names = startsOn(starts, 'elapsed').flatMap(({ trigger }) => interestOf(trigger).events);
    const everybody = new Set(customers);
    const changed = {
      orders: everybody,
      attributes: everybody,
      events: await occurrencesOf(trx, here.id, customers, names),
      parcels: timed === 'parcels' ? await store.facts.parcels({ customers }) : [],
    };
    const planned = planStarts(starts, changed, { known, here, mayBeLate: false });
    await store.timers.write(planned.filter(({ at, passed }) => at !== null || passed !== undefined));
    return customers.at(-1) ?? null;
  });

const NEEDS = { ...NO_NEEDS, attributes: true, orders: true, cpm: true };
