import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { applyPatches, NoSuchPlace } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { conflictsBetween } from '@tabiji/shared/journey/patches/conflicts.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { History, Step } from './history.ts';

/** A step without its graphs: what it changed, there and back. */
export interface PackedStep {
  label: Words;
  selected: string | null;
  back: Patch[];
  forth: Patch[];
}

/** A history that can be kept apart from its journey, some hundred bytes a step. */
export interface PackedHistory {
  past: PackedStep[];
  future: PackedStep[];
}

const packed = new WeakMap<Step, PackedStep>();

/** The newest `limit` steps of a history, either way. */
export const packHistory = ({ past, future }: History, limit = Number.POSITIVE_INFINITY): PackedHistory => ({
  past: newest(past, limit).map(packStep),
  future: newest(future, limit).map(packStep),
});

const newest = (steps: readonly Step[], limit: number) => steps.slice(Math.max(0, steps.length - limit));

function packStep(step: Step): PackedStep {
  const known = packed.get(step);
  if (known) return known;
  const { label, selected, before, after } = step;
  const made = { label, selected, back: patchesBetween(after, before), forth: patchesBetween(before, after) };
  packed.set(step, made);
  return made;
}

/**
 * The history of a journey that stands at `graph`. With `theirs`, which others changed meanwhile, it reaches back only
 * as far as it touches nothing of that: nobody undoes what somebody else has done.
 */
export function unpackHistory(
  graph: JourneyGraph,
  { past, future }: PackedHistory,
  theirs: readonly Patch[] = [],
): History {
  return {
    past: walk(
      graph,
      past,
      theirs,
      ({ back }) => back,
      (here, there) => ({ before: there, after: here }),
    ),
    future: walk(
      graph,
      future,
      theirs,
      ({ forth }) => forth,
      (here, there) => ({ before: here, after: there }),
    ),
  };
}

function walk(
  graph: JourneyGraph,
  steps: readonly PackedStep[],
  theirs: readonly Patch[],
  way: (step: PackedStep) => Patch[],
  ends: (here: JourneyGraph, there: JourneyGraph) => Pick<Step, 'before' | 'after'>,
): Step[] {
  const found: Step[] = [];
  let here = graph;
  for (const step of steps.toReversed()) {
    const there = conflictsBetween(way(step), theirs).length > 0 ? undefined : gone(here, way(step));
    if (!there) break;
    found.push({
      label: step.label,
      selected: step.selected,
      key: undefined,
      at: 0,
      sealed: true,
      ...ends(here, there),
    });
    here = there;
  }
  return found.toReversed();
}

function gone(graph: JourneyGraph, patches: Patch[]): JourneyGraph | undefined {
  try {
    return applyPatches(graph, patches);
  } catch (error) {
    if (error instanceof NoSuchPlace) return undefined;
    throw error;
  }
}
