import type { Here } from '../db/in-workspace.ts';
import { moveSegments } from '../segments/move.ts';
import { elapsedStarts } from './elapsed.ts';
import { enroll, type Candidate } from './enroll.ts';
import { loadFacts } from './load-facts.ts';
import { segmentCandidates } from './react.ts';
import { readSetup, type Setup } from './setup.ts';
import type { InWorkspace, Store } from './store.ts';
import type { DueTimer } from './timers.sql.ts';
import { tellThoseUnderWay } from './under-way.ts';

const CHUNK = 500;

/** Does what time alone sets off: segments move, elapsed triggers start journeys. One transaction per chunk. */
export const fireTimers = (inStore: InWorkspace, workspaceId: number): Promise<{ fired: number; more: boolean }> =>
  inStore(workspaceId, async (store, here) => {
    const due = await store.timers.due(here.now, CHUNK);
    if (due.length === 0) return { fired: 0, more: false };
    const customers = [...new Set(due.map(({ customer_id }) => customer_id))];
    const setup = await readSetup(store, here.id);
    await store.customers.lockById(customers);
    const taken = await store.timers.take(here.now, customers);
    await fire(store, here, setup, taken);
    return { fired: taken.length, more: due.length === CHUNK };
  });

async function fire(store: Store, here: Here, setup: Setup, taken: readonly DueTimer[]): Promise<void> {
  if (taken.length === 0) return;
  const customers = [...new Set(taken.map(({ customer_id }) => customer_id))];
  const known = await loadFacts(
    store,
    customers.map((customer) => ({ customer, needs: setup.needs })),
  );
  const numbers = await store.received.nextFactNumbers(taken.length);

  const flipped = taken.flatMap(({ kind, customer_id }, i) =>
    kind === 'segment' ? [[customer_id, numbers[i]!] as const] : [],
  );
  const touched = new Map(flipped.map(([customer, arrival]) => [customer, { at: here.now, arrival }]));
  const judged = new Map([...known].filter(([customer]) => touched.has(customer)));
  const changes = await moveSegments(store, here, setup.segments, judged);
  await tellThoseUnderWay(store, here, [...new Set(changes.map(({ customerId }) => customerId))]);

  const starts = elapsedStarts(setup.journeys);
  const elapsed = taken.flatMap(({ kind, ref, customer_id, at }, i): Candidate[] => {
    if (kind !== 'elapsed') return [];
    const start = starts.find((one) => ref === one.ref || ref.startsWith(`${one.ref}:`));
    const customer = known.get(customer_id);
    if (!start || !customer) return []; // the trigger is no longer part of the live version
    const moment = { at: at.getTime(), arrival: numbers[i]! };
    return [{ version: start.version, customerId: customer_id, moment, facts: customer.facts, zone: customer.zone }];
  });
  await enroll(store, here, [...elapsed, ...segmentCandidates(setup, changes, touched, known)]);
}
