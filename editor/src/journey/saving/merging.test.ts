import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { applyPatches } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { conflictsBetween } from '@tabiji/shared/journey/patches/conflicts.ts';
import { newFaults } from '@tabiji/shared/journey/patches/faults.ts';
import { mergeGraphs } from '@tabiji/shared/journey/patches/merge-graphs.ts';
import { valueAt, type Patch } from '@tabiji/shared/journey/patches/patch.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import { stableText } from '@tabiji/shared/stable-json.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '../doc/apply.ts';
import { commandFor, randomChoice, type Choice } from '../random-command.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { settledGraph } from './settle-conflict.ts';

/** One person's few commands; what they add has ids of their own, as real ones have. */
function drawnBy(who: number, base: JourneyGraph, choices: readonly Choice[]): JourneyGraph {
  let graph = base;
  choices.forEach((choice, i) => {
    const command = commandFor(graph, choice, who * 1000 + i);
    graph = (command && applyCommand(graph, command)?.after) ?? graph;
  });
  return graph;
}

const commands = () => fc.array(randomChoice(), { minLength: 1, maxLength: 4 });
const holds = (graph: JourneyGraph, patches: readonly Patch[]) => {
  const last = new Map(patches.map((patch) => [patch.path.join('\n'), patch]));
  return [...last.values()].every((patch) =>
    patch.op === 'remove'
      ? valueAt(graph, patch.path) === undefined
      : stableText(valueAt(graph, patch.path)) === stableText(patch.value),
  );
};

test('two people’s changes: both are kept, in whatever order, or the conflict is told and choosing loses nothing', () => {
  const seen = { merged: 0, conflicts: 0 };
  fc.assert(
    fc.property(randomJourney(), commands(), commands(), (base, hers, his) => {
      const [a, b] = [drawnBy(1, base, hers), drawnBy(2, base, his)];
      const [ofA, ofB] = [patchesBetween(base, a), patchesBetween(base, b)];
      expect(JSON.stringify(applyPatches(base, ofA))).toBe(JSON.stringify(a));
      const merged = mergeGraphs(base, a, b);
      const other = mergeGraphs(base, b, a);
      expect(other.ok).toBe(merged.ok);
      if (merged.ok && other.ok) {
        seen.merged++;
        expect(stableText(merged.graph)).toBe(stableText(other.graph));
        expect(holds(merged.graph, ofA) && holds(merged.graph, ofB)).toBe(true);
        expect(newFaults(merged.graph, a, b)).toEqual([]);
        return;
      }
      seen.conflicts++;
      if (merged.ok) return;
      const sides = { base, theirs: a, mine: b, places: merged.places };
      const onlyPlaces = conflictsBetween(ofB, ofA).length > 0;
      for (const choice of ['theirs', 'mine', 'both'] as const) {
        const settled = settledGraph(
          sides,
          Array.from({ length: Math.max(1, merged.places.length) }, () => choice),
        );
        if (!settled || !onlyPlaces) continue; // a circle: the page says so
        const kept = choice === 'mine' ? ofB : ofA;
        const clear = kept.filter(({ path }) => path[2] !== 'next' && path.length > 2);
        expect(
          holds(
            settled,
            clear.filter(({ path }) => settled.nodes[path[1] ?? '']),
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
  expect(seen.merged).toBeGreaterThan(40);
  expect(seen.conflicts).toBeGreaterThan(40);
});
