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
import { commandFor, randomChoice, type Choice as CommandChoice } from '../random-command.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { settledGraph, type Choice } from './settle-conflict.ts';

/** One person's few commands; what they add has ids of their own, as real ones have. */
function drawnBy(who: number, base: JourneyGraph, choices: readonly CommandChoice[]): JourneyGraph {
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

/** What is wrong with a mixture; nothing when both people's changes are in it and it holds together. */
function wrongsOf(base: JourneyGraph, a: JourneyGraph, b: JourneyGraph, [one, other]: [JourneyGraph, JourneyGraph]) {
  return [
    stableText(one) === stableText(other) ? '' : 'the order matters',
    holds(one, patchesBetween(base, a)) ? '' : 'hers are lost',
    holds(one, patchesBetween(base, b)) ? '' : 'his are lost',
    ...newFaults(one, a, b).map(({ key }) => key),
  ].filter(Boolean);
}

/** What a choice for all conflicts has lost of the chosen side, in nodes that are still there. */
function lostBy(choice: Choice, base: JourneyGraph, theirs: JourneyGraph, mine: JourneyGraph): readonly Patch[] {
  const merged = mergeGraphs(base, theirs, mine);
  if (merged.ok || conflictsBetween(patchesBetween(base, mine), patchesBetween(base, theirs)).length === 0) return [];
  const choices = merged.places.map(() => choice);
  const settled = settledGraph({ base, theirs, mine, places: merged.places }, choices);
  if (!settled) return []; // a circle: the page says so
  return patchesBetween(base, choice === 'mine' ? mine : theirs).filter(
    (patch) =>
      patch.path.length > 2 &&
      patch.path[2] !== 'next' &&
      settled.nodes[patch.path[1] ?? ''] &&
      !holds(settled, [patch]),
  );
}

const twoPeople = () =>
  fc
    .tuple(randomJourney(), commands(), commands())
    .map(([base, hers, his]) => ({ base, a: drawnBy(1, base, hers), b: drawnBy(2, base, his) }));

test('two people’s changes: both are kept, in whatever order, or the conflict is told and choosing loses nothing', () => {
  fc.assert(
    fc.property(twoPeople(), ({ base, a, b }) => {
      expect(stableText(applyPatches(base, patchesBetween(base, a)))).toBe(stableText(a));
      const [merged, other] = [mergeGraphs(base, a, b), mergeGraphs(base, b, a)];
      expect(other.ok).toBe(merged.ok);
      expect(merged.ok && other.ok ? wrongsOf(base, a, b, [merged.graph, other.graph]) : []).toEqual([]);
      expect((['theirs', 'mine', 'both'] as const).flatMap((choice) => lostBy(choice, base, a, b))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test('what two people are drawn to do often fits together and often does not', () => {
  const outcomes = fc
    .sample(twoPeople(), { numRuns: 800, seed: 1 })
    .map(({ base, a, b }) => mergeGraphs(base, a, b).ok);
  const merged = outcomes.filter(Boolean).length;
  expect(merged).toBeGreaterThan(40);
  expect(outcomes.length - merged).toBeGreaterThan(40);
});
