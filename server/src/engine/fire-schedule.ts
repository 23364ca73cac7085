import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { allNeeds } from '@tabiji/shared/conditions/facts.ts';
import { nextRun } from '@tabiji/shared/time/cron.ts';
import type { Here } from '../db/in-workspace.ts';
import { enroll } from './enroll.ts';
import { loadFacts } from './load-facts.ts';
import type { Setup } from './setup.ts';
import { startOf, type Start } from './starts.ts';
import type { Store } from './store.ts';
import type { DueTimer } from './timers.sql.ts';

/** Customers looked at in one transaction. */
const PAGE = 1000;

/**
 * Lets the next page of everybody in whom a due schedule takes in. The schedule's row says how far it has come, and
 * stands where it is until the last page; an occurrence lets nobody in twice. What was missed while nothing ran is not
 * made up for: one occurrence is, the next one lies ahead.
 */
export async function fireSchedule(
  store: Store,
  here: Here,
  { starts }: Setup,
  due: readonly DueTimer[],
): Promise<{ fired: number; more: boolean }> {
  for (const { ref } of due) {
    const row = await store.timers.lockSchedule(here.now, ref);
    if (!row) continue;
    await firePage(store, here, starts, row);
    return { fired: 1, more: true };
  }
  return { fired: 0, more: false };
}

async function firePage(
  store: Store,
  here: Here,
  starts: readonly Start[],
  { ref, at, cursor }: DueTimer,
): Promise<void> {
  const start = startOf(starts, ref);
  if (start?.trigger.on !== 'schedule') return store.timers.moveSchedule(ref, { at: null, cursor: 0 });
  const { version, trigger } = start;
  const customers = await store.customers.lockPage(cursor, PAGE);
  const filters = [version.graph.filter, trigger.filter].filter((one) => one !== undefined);
  const needs = allNeeds(filters.map(needsOf));
  const known = await loadFacts(
    store,
    customers.map((customer) => ({ customer, needs })),
  );
  const numbers = await store.received.nextFactNumbers(customers.length);
  const candidates = customers.flatMap((customerId, i) => {
    const customer = known.get(customerId);
    if (!customer) return [];
    const moment = { at: at.getTime(), arrival: numbers[i]! };
    const occasion = `${ref}:${at.getTime()}`;
    return [{ version, trigger, customerId, moment, facts: customer.facts, zone: customer.zone, occasion }];
  });
  await enroll(store, here, candidates, { silent: true });
  const last = customers.at(-1);
  if (last !== undefined && customers.length === PAGE)
    return store.timers.moveSchedule(ref, { at: at.getTime(), cursor: last });
  const next = nextRun(trigger.cron, Math.max(here.now, at.getTime()), here.zone);
  return store.timers.moveSchedule(ref, { at: next ?? null, cursor: 0 });
}
