import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { allNeeds, NO_NEEDS, type Needs } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { compiledVersions, versionName, type Version } from '../journeys/compiled.ts';
import { interestOf as interestOfTrigger } from '@tabiji/shared/journey/trigger-interest.ts';
import { interestOf, type Interest } from './interest.ts';
import { startsOf, type Start } from './starts.ts';
import type { Store } from './store.ts';

/** A segment, as far as events and time may move customers in and out of it. */
export interface WatchedSegment {
  id: number;
  key: string;
  condition: Condition;
  needs: Needs;
}

/** What facts and time may set off in a workspace: journeys that take people in, segments that are kept. */
export interface Setup {
  journeys: readonly Version[];
  segments: readonly WatchedSegment[];
  /** Ways into the live journeys. */
  starts: readonly Start[];
  /** Whether any of them goes off by time, and whether dates of parcels move it. */
  timed: 'none' | 'dates' | 'parcels';
  /** What must be known of a customer to judge segments, filters and dates. */
  needs: Needs;
  /** The same for customers whose orders have changed: rhythm and rank hang on all of them. */
  needsOfOrders: Needs;
  /** Which facts concern any of it, or somebody who is inside a journey. */
  interest: Interest;
}

/** By database, then by workspace: the setup as it was last seen. */
const kept = new WeakMap<object, Map<number, { revision: number; setup: Setup }>>();
const MOST_KEPT = 1000;

/**
 * The setup of a workspace, which stays as it is until the transaction ends: whoever changes it waits. Call this before
 * anything is locked. For those who pass over facts that do not concern it; all others may read it.
 */
export async function holdSetup(store: Store, workspaceId: number): Promise<Setup> {
  return setupAt(store, workspaceId, await store.setup.hold());
}

/** The setup as it is now. */
export async function readSetup(store: Store, workspaceId: number): Promise<Setup> {
  return setupAt(store, workspaceId, await store.setup.revision());
}

async function setupAt(store: Store, workspaceId: number, revision: number): Promise<Setup> {
  const known = kept.get(store.origin) ?? new Map<number, { revision: number; setup: Setup }>();
  kept.set(store.origin, known);
  const last = known.get(workspaceId);
  if (last?.revision === revision) return last.setup;
  const setup = await loadSetup(store, workspaceId);
  known.delete(workspaceId);
  known.set(workspaceId, { revision, setup });
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    known.delete(oldest);
  }
  return setup;
}

async function loadSetup(store: Store, workspaceId: number): Promise<Setup> {
  const live = await store.setup.live();
  const travelled = await store.setup.travelled();
  const versions = await compiledVersions(store, workspaceId, [...live, ...travelled]);
  const opened = (keys: readonly { journey: number; version: number }[]) =>
    keys.flatMap((key) => versions.get(versionName(key)) ?? []);
  const segments = (await store.setup.conditions()).map((one) => ({ ...one, needs: needsOf(one.condition) }));
  const journeys = opened(live);
  const starts = startsOf(journeys);
  const needs = needsOfSetup({ journeys, starts, segments });
  return {
    journeys,
    segments,
    starts,
    timed: timedBy(starts),
    needs,
    needsOfOrders: allNeeds([needs, needsOfRhythm(starts)]),
    interest: interestOf({ live: journeys, travelled: opened(travelled), segments }),
  };
}

const needsOfSetup = ({ journeys, starts, segments }: Pick<Setup, 'journeys' | 'starts' | 'segments'>): Needs =>
  allNeeds([
    ...segments.map(({ needs }) => ({ ...needs, segments: true })),
    ...journeys.map(({ graph }) => (graph.filter ? needsOf(graph.filter) : NO_NEEDS)),
    ...starts.map(({ trigger }) => (trigger.filter ? needsOf(trigger.filter) : NO_NEEDS)),
    { ...NO_NEEDS, attributes: starts.some(({ trigger }) => interestOfTrigger(trigger).attributes.length > 0) },
  ]);

const needsOfRhythm = (starts: readonly Start[]): Needs => ({
  ...NO_NEEDS,
  cpm: starts.some(({ trigger }) => trigger.on === 'cpm'),
  orders: starts.some(({ trigger }) => trigger.on === 'late'),
});

const TIMED: ReadonlySet<Start['trigger']['on']> = new Set(['elapsed', 'late', 'cpm', 'anniversary']);

/** Whether any trigger goes off by time, and whether dates of parcels move it. */
export function timedBy(starts: readonly Start[]): Setup['timed'] {
  const timed = starts.filter(({ trigger }) => TIMED.has(trigger.on));
  if (timed.length === 0) return 'none';
  return timed.some(({ trigger }) => interestOfTrigger(trigger).shipments) ? 'parcels' : 'dates';
}
