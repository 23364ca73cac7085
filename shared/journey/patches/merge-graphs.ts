import type { JourneyGraph } from '../graph.ts';
import { applyPatches } from './apply-patches.ts';
import { conflictsBetween } from './conflicts.ts';
import { newFaults } from './faults.ts';
import type { Path } from './patch.ts';
import { patchesBetween } from './patches-between.ts';

/** Two people's changes of one graph in one, or the places at which they contradict each other. */
export type Merged =
  | { ok: true; graph: JourneyGraph }
  /** Without places: each change by itself goes with the others, the whole does not (a circle). */
  | { ok: false; places: Path[] };

/**
 * Puts `mine` on top of `theirs`, both made of `base`. Only what does not touch the same values is mixed, and only when
 * nothing is broken in the mixture that was whole on both sides.
 */
export function mergeGraphs(base: JourneyGraph, theirs: JourneyGraph, mine: JourneyGraph): Merged {
  const ours = patchesBetween(base, mine);
  if (ours.length === 0) return { ok: true, graph: theirs };
  const others = patchesBetween(base, theirs);
  if (others.length === 0) return { ok: true, graph: mine };
  const places = conflictsBetween(ours, others);
  if (places.length > 0) return { ok: false, places };
  const graph = applyPatches(theirs, ours);
  const faults = newFaults(graph, theirs, mine);
  if (faults.length === 0) return { ok: true, graph };
  return { ok: false, places: [...new Set(faults.flatMap(({ lost }) => lost ?? []))].map((id) => ['nodes', id]) };
}
