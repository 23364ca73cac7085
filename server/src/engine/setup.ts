import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { allNeeds, NO_NEEDS, type Needs } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { compiledVersions, versionName, type Version } from '../journeys/compiled.ts';
import { interestOf, type Interest } from './interest.ts';
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
  /** What must be known of a customer to judge segments, filters and dates. */
  needs: Needs;
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
  await store.setup.hold();
  return readSetup(store, workspaceId);
}

/** The setup as it is now. */
export async function readSetup(store: Store, workspaceId: number): Promise<Setup> {
  const revision = await store.setup.revision();
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
  return {
    journeys,
    segments,
    needs: needsOfSetup({ journeys, segments }),
    interest: interestOf({ live: journeys, travelled: opened(travelled), segments }),
  };
}

const needsOfSetup = ({ journeys, segments }: Pick<Setup, 'journeys' | 'segments'>): Needs =>
  allNeeds([
    ...segments.map(({ needs }) => ({ ...needs, segments: true })),
    ...journeys.map(({ graph }) => (graph.filter ? needsOf(graph.filter) : NO_NEEDS)),
    ...journeys.map(({ graph }) => ({
      ...NO_NEEDS,
      attributes: graph.triggers.some((trigger) => trigger.on === 'elapsed' && trigger.since.startsWith('attribute:')),
    })),
  ]);
