import { findCycle } from '@tabiji/shared/journey/cycle.ts';
import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { applyPatches } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { valueAt, type Patch, type Path } from '@tabiji/shared/journey/patches/patch.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import { freshId } from '../doc/fresh-id.ts';
import { portsOf } from '../doc/ports.ts';
import type { Conflict } from '../session/save-state.ts';

/** Which of two contradicting changes stays. `both`: theirs where it stands, mine as a copy nothing leads to yet. */
export type Choice = 'theirs' | 'mine' | 'both';

type Sides = Pick<Conflict, 'base' | 'theirs' | 'places'> & { mine: JourneyGraph };

/** Whether a place's two values can both stay in one journey: those of a node, not a name or a setting. */
export const canKeepBoth = ([root, id]: Path, { theirs, mine }: Pick<Sides, 'theirs' | 'mine'>): boolean =>
  root === 'nodes' && id !== undefined && id !== theirs.start && id !== mine.start;

/**
 * The journey that follows from a choice for every place: what contradicts nothing stays from both sides.
 * @returns undefined when the chosen parts do not go together: nodes would lead in a circle
 */
export function settledGraph(sides: Sides, choices: readonly Choice[]): JourneyGraph | undefined {
  const { base, theirs, mine, places } = sides;
  if (places.length === 0) return choices[0] === 'mine' ? mine : theirs;
  const own = patchesBetween(base, mine).filter(({ path }) => !places.some((place) => touches(place, path)));
  let graph = applyPatches(theirs, own);
  for (const [i, place] of places.entries()) graph = decided(graph, sides, place, choices[i] ?? 'theirs');
  const whole = mended(graph);
  return findCycle(whole) ? undefined : whole;
}

function decided(graph: JourneyGraph, sides: Sides, place: Path, choice: Choice): JourneyGraph {
  const node = place[0] === 'nodes' && place.length === 2 ? place[1] : undefined;
  const side = choice === 'mine' ? sides.mine : sides.theirs;
  const value = valueAt(side, place);
  const patch: Patch = value === undefined ? { op: 'remove', path: place } : { op: 'set', path: place, value };
  const taken = applyPatches(graph, [patch]);
  const led = node === undefined ? taken : withWaysTo(node, taken, sides.base, side);
  return choice === 'both' ? withCopy(led, place, sides.mine) : led;
}

/** The ways to a node that came or went go with it. */
function withWaysTo(node: NodeId, graph: JourneyGraph, base: JourneyGraph, side: JourneyGraph): JourneyGraph {
  const patches = Object.entries(side.nodes).flatMap(([id, { next }]) =>
    Object.entries(next).flatMap(([port, to]): Patch[] => {
      const concerns = to === node || base.nodes[id]?.next[port] === node;
      return concerns && graph.nodes[id] ? [{ op: 'set', path: ['nodes', id, 'next', port], value: to }] : [];
    }),
  );
  return applyPatches(graph, patches);
}

/** Mine beside theirs: a copy that leads on to where mine led. A way has none: what it led to is there anyway. */
function withCopy(graph: JourneyGraph, [, id = '', part]: Path, mine: JourneyGraph): JourneyGraph {
  const node = mine.nodes[id];
  if (!node || part === 'next') return graph;
  return { ...graph, nodes: { ...graph.nodes, [freshId(graph, node.type)]: node } };
}

/** Ways to nodes that are gone end; every port is there. */
function mended(graph: JourneyGraph): JourneyGraph {
  const wayOf = (to: NodeId | null | undefined) => (to && graph.nodes[to] ? to : null);
  const mend = (node: GraphNode): GraphNode => {
    const ports = new Set([...portsOf(node).map(({ id }) => id), ...Object.keys(node.next)]);
    const next = Object.fromEntries([...ports].map((port) => [port, wayOf(node.next[port])]));
    return JSON.stringify(next) === JSON.stringify(node.next) ? node : { ...node, next };
  };
  return { ...graph, nodes: Object.fromEntries(Object.entries(graph.nodes).map(([id, node]) => [id, mend(node)])) };
}

const touches = (a: Path, b: Path): boolean => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((key, i) => key === long[i]);
};
