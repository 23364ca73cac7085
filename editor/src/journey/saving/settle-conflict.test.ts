import type { GraphNode, JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { mergeGraphs } from '@tabiji/shared/journey/patches/merge-graphs.ts';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { settledGraph, type Choice } from './settle-conflict.ts';

const base = journeyOf({ n2: ['wait', 'n3'], n3: ['wait', 'n4'], n4: ['exit'] });
const wait = (length: string, next: string): GraphNode => ({ type: 'wait', config: { for: length }, next: { next } });
const withNodes = (nodes: Record<string, GraphNode | undefined>): JourneyGraph => ({
  ...base,
  nodes: Object.fromEntries(
    Object.entries({ ...base.nodes, ...nodes }).flatMap(([id, node]) => (node ? [[id, node]] : [])),
  ),
});
const lengthOf = (graph: JourneyGraph | undefined, id: string) => graph?.nodes[id]?.config['for'];

function settle(theirs: JourneyGraph, mine: JourneyGraph, ...choices: Choice[]) {
  const merged = mergeGraphs(base, theirs, mine);
  if (merged.ok) throw new Error('nothing contradicts');
  expect(merged.places.length).toBe(Math.max(choices.length, merged.places.length));
  return settledGraph({ base, theirs, mine, places: merged.places }, choices);
}

test('one value: theirs, mine, or mine as a copy; what contradicts nothing stays from both', () => {
  const theirs = { ...withNodes({ n2: wait('P8D', 'n3') }), name: 'theirs' };
  const mine = withNodes({ n2: wait('P9D', 'n3'), n3: wait('P5D', 'n4') });
  for (const [choice, length] of [
    ['theirs', 'P8D'],
    ['mine', 'P9D'],
    ['both', 'P8D'],
  ] as const) {
    const graph = settle(theirs, mine, choice);
    expect([graph?.name, lengthOf(graph, 'n2'), lengthOf(graph, 'n3')]).toEqual(['theirs', length, 'P5D']);
    const copies = Object.keys(graph?.nodes ?? {}).filter((id) => id.startsWith('wait-'));
    expect(copies.map((id) => [lengthOf(graph, id), graph?.nodes[id]?.next])).toEqual(
      choice === 'both' ? [['P9D', { next: 'n3' }]] : [],
    );
  }
});

test('a node that one side deleted comes and goes with the ways to it', () => {
  const deleted = withNodes({ n2: wait('P1D', 'n4'), n3: undefined });
  const changed = withNodes({ n3: wait('P7D', 'n4') });
  const ways = (graph: JourneyGraph | undefined) => graph?.nodes['n2']?.next['next'];
  for (const [theirs, mine, keep, drop] of [
    [deleted, changed, 'mine', 'theirs'],
    [changed, deleted, 'theirs', 'mine'],
  ] as const) {
    const kept = settle(theirs, mine, keep);
    expect([lengthOf(kept, 'n3'), ways(kept)]).toEqual(['P7D', 'n3']);
    const gone = settle(theirs, mine, drop);
    expect([gone?.nodes['n3'], ways(gone)]).toEqual([undefined, 'n4']);
  }
  const both = settle(deleted, changed, 'both');
  expect(ways(both)).toBe('n4');
  expect(Object.values(both?.nodes ?? {}).map((node) => node.config['for'])).toContain('P7D');
});

test('a circle takes one side or the other', () => {
  const open = withNodes({
    n2: { ...base.nodes['n2']!, next: { next: null } },
    n3: { ...base.nodes['n3']!, next: { next: null } },
  });
  const theirs = { ...open, nodes: { ...open.nodes, n2: wait('P1D', 'n3') } };
  const mine = { ...open, nodes: { ...open.nodes, n3: wait('P1D', 'n2') } };
  const sides = { base: open, theirs, mine, places: [] };
  expect(settledGraph(sides, ['theirs'])).toBe(theirs);
  expect(settledGraph(sides, ['mine'])).toBe(mine);
});
