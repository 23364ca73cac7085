import type { Enrolled } from '@tabiji/shared/api/journeys.ts';
import { allNeeds } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { enroll } from '../engine/enroll.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { pgStore } from '../engine/pg-store.ts';
import { compiledVersions } from './compiled.ts';
import { getJourney } from './journeys.sql.ts';

const WHY = {
  filter: 'The start of the journey filters the customer out.',
  again: 'The customer has just been let in.',
  reentry: 'The customer has been in this journey, and its rule does not let them in again.',
} as const;

/**
 * Starts a journey for customers named by the shop's ids.
 * @throws AppError `refused` when the journey is not live or does not start by hand
 */
export async function enrollByHand(
  trx: Trx,
  here: Here,
  journeyId: number,
  externalIds: readonly string[],
): Promise<Enrolled> {
  const store = pgStore(trx, here);
  const journey = await getJourney(trx, here.id, journeyId);
  if (journey.version === null) throw new AppError('refused', 'The journey has not been published yet.');
  if (journey.status !== 'live' && journey.status !== 'paused')
    throw new AppError('refused', `The journey is ${journey.status}: publish it again to let customers in.`);
  const [version] = (
    await compiledVersions(store, here.id, [{ journey: journeyId, version: journey.version }])
  ).values();
  const trigger = version?.graph.triggers.find(({ on }) => on === 'manual');
  if (!version || !trigger)
    throw new AppError('refused', 'The journey does not start by hand: add the manual trigger and publish.');
  const customers = await store.customers.find(externalIds);
  const ids = [...customers.values()];
  await store.customers.lockById(ids);
  const filters = [version.graph.filter, trigger.filter].filter((one) => one !== undefined);
  const needs = allNeeds(filters.map(needsOf));
  const known = await loadFacts(
    store,
    ids.map((customer) => ({ customer, needs })),
  );
  const numbers = await store.received.nextFactNumbers(ids.length);
  const candidates = ids.flatMap((customerId, i) => {
    const customer = known.get(customerId);
    const moment = { at: here.now, arrival: numbers[i]! };
    return customer ? [{ version, trigger, customerId, moment, facts: customer.facts, zone: customer.zone }] : [];
  });
  const { enrolled, refused } = await enroll(store, here, candidates);
  const nameOf = new Map([...customers].map(([externalId, id]) => [id, externalId]));
  return {
    enrolled,
    refused: [
      ...externalIds
        .filter((id) => !customers.has(id))
        .map((customer) => ({ customer, because: 'There is no such customer.' })),
      ...refused.map(({ customerId, because }) => ({ customer: nameOf.get(customerId) ?? '', because: WHY[because] })),
    ],
  };
}
