import type { Here } from '../db/in-workspace.ts';
import { moveSegments } from '../segments/move.ts';
import { enroll, type Candidate } from './enroll.ts';
import { fireSchedule } from './fire-schedule.ts';
import { loadFacts, type Known } from './load-facts.ts';
import { planAnniversary } from './plan-starts.ts';
import { candidatesAt } from './react.ts';
import { readSetup, type Setup } from './setup.ts';
import { startOf, type Start } from './starts.ts';
import type { InWorkspace, Store } from './store.ts';
import type { DueTimer } from './timers.sql.ts';
import { tellThoseUnderWay } from './under-way.ts';

const CHUNK = 500;

/** Does what time alone sets off: segments move, triggers go off, schedules run. One transaction per chunk. */
export const fireTimers = (inStore: InWorkspace, workspaceId: number): Promise<{ fired: number; more: boolean }> =>
  inStore(workspaceId, async (store, here) => {
    const due = await store.timers.due(here.now, CHUNK);
    if (due.length === 0) return { fired: 0, more: false };
    const customers = [...new Set(due.flatMap(({ customer_id }) => (customer_id === 0 ? [] : [customer_id])))];
    const setup = await readSetup(store, here.id);
    if (customers.length === 0) return fireSchedule(store, here, setup, due);
    await store.customers.lockById(customers);
    const taken = await store.timers.take(here.now, customers);
    await fire(store, here, setup, taken);
    return { fired: taken.length, more: due.length === CHUNK || customers.length < due.length };
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
  const segments = await moveSegments(store, here, setup.segments, judged);
  await tellThoseUnderWay(store, here, [...new Set(segments.map(({ customerId }) => customerId))]);

  const { starts } = setup;
  const due = taken.flatMap((timer, i) => {
    const start = timer.kind === 'start' ? startOf(starts, timer.ref) : undefined;
    const customer = known.get(timer.customer_id);
    return start && customer ? [{ timer, start, customer, arrival: numbers[i]! }] : []; // else the live version has it no more
  });
  await planAgain(store, here, due);
  const moved = candidatesAt(starts, { purchases: [], events: [], segments, cpm: [], touched }, known, here);
  await enroll(store, here, [...due.map(candidateOf), ...moved]);
}

interface Due {
  timer: DueTimer;
  start: Start;
  customer: Known;
  arrival: number;
}

function candidateOf({ timer, start: { version, trigger, ref }, customer, arrival }: Due): Candidate {
  const name = timer.ref.length > ref.length ? timer.ref : undefined; // an event, a parcel, a message
  return {
    version,
    trigger,
    customerId: timer.customer_id,
    moment: { at: timer.at.getTime(), arrival },
    facts: customer.facts,
    zone: customer.zone,
    key: timer.key ?? undefined,
    occasion: name ?? (trigger.on === 'anniversary' ? `${ref}:${timer.at.toISOString().slice(0, 10)}` : undefined),
  };
}

/** An anniversary comes again. */
async function planAgain(store: Store, here: Here, due: readonly Due[]): Promise<void> {
  const again = due.flatMap(({ start, timer, customer }) =>
    start.trigger.on === 'anniversary'
      ? [planAnniversary({ ...start, trigger: start.trigger }, customer, timer.customer_id, here)]
      : [],
  );
  if (again.length > 0) await store.timers.write(again);
}
