import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { allNeeds, NO_NEEDS, type Needs } from '@tabiji/shared/conditions/facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { compiledVersions, type Version } from '../journeys/compiled.ts';
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
}

export async function loadSetup(store: Store, workspaceId: number): Promise<Setup> {
  const live = await store.setup.live();
  const versions = await compiledVersions(store, workspaceId, live);
  const segments = await store.setup.conditions();
  return {
    journeys: [...versions.values()],
    segments: segments.map((segment) => ({ ...segment, needs: needsOf(segment.condition) })),
  };
}

/** What must be known of a customer to judge segments, filters and dates. */
export const needsOfSetup = ({ journeys, segments }: Setup): Needs =>
  allNeeds([
    ...segments.map(({ needs }) => ({ ...needs, segments: true })),
    ...journeys.map(({ graph }) => (graph.filter ? needsOf(graph.filter) : NO_NEEDS)),
    ...journeys.map(({ graph }) => ({
      ...NO_NEEDS,
      attributes: graph.triggers.some((trigger) => trigger.on === 'elapsed' && trigger.since.startsWith('attribute:')),
    })),
  ]);
