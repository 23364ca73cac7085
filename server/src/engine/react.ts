import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { passes } from '@tabiji/shared/conditions/evaluate.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Happened } from '../events/events.sql.ts';
import type { Purchase } from '../orders/receive-orders.ts';
import { moveSegments, type SegmentChange } from '../segments/move.ts';
import { elapsedStarts, planElapsed, type Occurrence } from './elapsed.ts';
import { enroll, type Candidate } from './enroll.ts';
import { loadFacts, type Known } from './load-facts.ts';
import type { Setup } from './setup.ts';
import type { Store } from './store.ts';
import { tellThoseUnderWay } from './under-way.ts';

/** What facts brought, at most one of each customer that something may follow from. Everything is stored. */
export interface News {
  /** The fact of each customer for whom something may follow; they are locked. */
  touched: ReadonlyMap<number, Moment>;
  purchases: readonly Purchase[];
  events: readonly Happened[];
  occurrences: readonly Occurrence[];
  /** Customers whose time zone was told. */
  rezoned: ReadonlySet<number>;
}

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
  const known = await loadFacts(
    store,
    customers.map((customer) => ({ customer, needs: setup.needs })),
  );
  const changes = await moveSegments(store, here, setup.segments, known);
  await tellThoseUnderWay(store, here, customers, news.rezoned); // after the segments, since endings may ask about them
  const starts = elapsedStarts(setup.journeys);
  if (starts.length > 0) await store.timers.write(planElapsed(starts, known, news.occurrences, here));
  if (startJourneys) await enroll(store, here, candidates(setup, news, changes, { known, here }));
}

/** Who stands at which door because of what. */
function candidates(
  setup: Setup,
  news: News,
  changes: readonly SegmentChange[],
  { known, here }: { known: ReadonlyMap<number, Known>; here: Here },
): Candidate[] {
  return setup.journeys.flatMap((version) =>
    version.graph.triggers.flatMap((trigger) =>
      occasionsOf(trigger, news, changes, here).flatMap(({ customerId, moment }) => {
        const customer = known.get(customerId);
        if (!customer) return [];
        return [{ version, customerId, moment, facts: customer.facts, zone: customer.zone }];
      }),
    ),
  );
}

interface Cause {
  customerId: number;
  moment: Moment;
}

function occasionsOf(trigger: Trigger, news: News, changes: readonly SegmentChange[], here: Here): readonly Cause[] {
  switch (trigger.on) {
    case 'first_purchase':
      return news.purchases.filter(({ nth }) => nth === 1);
    case 'nth_purchase':
      return news.purchases.filter(({ nth }) => nth === trigger.n);
    case 'event':
      return news.events.filter(
        ({ name, properties }) => name === trigger.event && passes(properties, trigger.where, here),
      );
    case 'segment':
      return causesOf(trigger, changes, news.touched);
    case 'elapsed':
    case 'anniversary':
    case 'schedule':
    case 'message':
    case 'manual':
      return []; // started by timers, by hand, or not in this version
  }
}

type SegmentTrigger = Extract<Trigger, { on: 'segment' }>;

const causesOf = (
  trigger: SegmentTrigger,
  changes: readonly SegmentChange[],
  touched: ReadonlyMap<number, Moment>,
): Cause[] =>
  changes
    .filter(({ segment, change }) => segment === trigger.segment && change === trigger.change)
    .flatMap(({ customerId }) => {
      const moment = touched.get(customerId);
      return moment ? [{ customerId, moment }] : [];
    });

/** Who stands at which door because a segment changed. */
export const segmentCandidates = (
  setup: Setup,
  changes: readonly SegmentChange[],
  touched: ReadonlyMap<number, Moment>,
  known: ReadonlyMap<number, Known>,
): Candidate[] =>
  setup.journeys.flatMap((version) =>
    version.graph.triggers.flatMap((trigger) =>
      trigger.on !== 'segment'
        ? []
        : causesOf(trigger, changes, touched).flatMap(({ customerId, moment }) => {
            const customer = known.get(customerId);
            return customer ? [{ version, customerId, moment, facts: customer.facts, zone: customer.zone }] : [];
          }),
    ),
  );
