import { expect, test } from 'vitest';
import type { GraphNode, JourneyGraph } from '../graph.ts';
import { applyPatches } from './apply-patches.ts';
import { mergeGraphs } from './merge-graphs.ts';
import { Patch } from './patch.ts';
import { patchesBetween } from './patches-between.ts';

const wait = (length: string, next: string | null): GraphNode => ({
  type: 'wait',
  config: { for: length },
  next: { next },
});
const base: JourneyGraph = {
  schema: 1,
  name: 'base',
  start: 'n1',
  settings: {},
  nodes: {
    n1: { type: 'start', config: { triggers: [] }, next: { next: 'n2' } },
    n2: wait('P1D', 'n3'),
    n3: wait('P2D', 'n4'),
    n4: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
};
const { n1, n2, n3 } = base.nodes;
const withNodes = (nodes: Record<string, GraphNode | undefined>): JourneyGraph => ({
  ...base,
  nodes: Object.fromEntries(
    Object.entries({ ...base.nodes, ...nodes }).flatMap(([id, node]) => (node ? [[id, node]] : [])),
  ),
});
const text = (graph: JourneyGraph) => JSON.stringify(graph);

test('patches name the value that changed and nothing around it', () => {
  const after = withNodes({ n2: { ...n2!, config: { for: 'P3D', at: '18:00' } } });
  expect(patchesBetween(base, after)).toEqual([
    { op: 'set', path: ['nodes', 'n2', 'config', 'for'], value: 'P3D' },
    { op: 'set', path: ['nodes', 'n2', 'config', 'at'], value: '18:00' },
  ]);
});

test('there and back gives the very same document, order of its keys included', () => {
  const without = withNodes({ n2: undefined, n1: { ...n1!, next: { next: 'n3' } } });
  for (const other of [without, { ...without, name: 'other', extra: [1] }]) {
    const there = patchesBetween(base, other).map((patch) => Patch.parse(structuredClone(patch)));
    expect(text(applyPatches(base, there))).toBe(text(other));
    expect(text(applyPatches(other, patchesBetween(other, base)))).toBe(text(base));
  }
});

test('the order of keys alone is no change', () => {
  const { n1: first, ...others } = base.nodes;
  expect(patchesBetween(base, { ...base, nodes: { ...others, n1: first! } })).toEqual([]);
});

test('a patch that leads to where nothing is is refused', () => {
  expect(() => applyPatches(base, [{ op: 'set', path: ['nodes', 'n9', 'config', 'for'], value: 'P1D' }])).toThrow(
    'there is no nodes.n9.config.for',
  );
  expect(Patch.safeParse({ op: 'set', path: ['nodes', '__proto__', 'x'], value: 1 }).success).toBe(false);
});

test('changes of different values are both kept', () => {
  const mine = withNodes({ n2: { ...n2!, config: { for: 'P9D' } } });
  const theirs = withNodes({ n2: { ...n2!, name: 'theirs' }, n3: { ...n3!, config: { for: 'P7D' } } });
  const merged = mergeGraphs(base, theirs, mine);
  expect(merged.ok && merged.graph.nodes).toEqual({
    ...base.nodes,
    n2: { ...n2!, config: { for: 'P9D' }, name: 'theirs' },
    n3: { ...n3!, config: { for: 'P7D' } },
  });
});

test('one value changed by both is a conflict, the same change made twice is none', () => {
  const mine = withNodes({ n2: { ...n2!, config: { for: 'P9D' } } });
  const theirs = withNodes({ n2: { ...n2!, config: { for: 'P8D' } } });
  expect(mergeGraphs(base, theirs, mine)).toEqual({ ok: false, places: [['nodes', 'n2', 'config', 'for']] });
  expect(mergeGraphs(base, structuredClone(mine), mine)).toMatchObject({ ok: true, graph: mine });
});

test('a node that one deleted and the other changed, or leads to, is a conflict', () => {
  const deleted = withNodes({ n2: { ...n2!, next: { next: 'n4' } }, n3: undefined });
  const changed = withNodes({ n3: { ...n3!, config: { for: 'P9D' } } });
  expect(mergeGraphs(base, deleted, changed)).toEqual({ ok: false, places: [['nodes', 'n3']] });
  expect(mergeGraphs(base, changed, deleted)).toEqual({ ok: false, places: [['nodes', 'n3']] });
  const leading = withNodes({ n1: { ...n1!, next: { next: 'n3' } } });
  expect(mergeGraphs(base, deleted, leading)).toEqual({ ok: false, places: [['nodes', 'n3']] });
});

test('a circle that only the mixture has is a conflict of the structure', () => {
  const open = withNodes({ n2: wait('P1D', null), n3: wait('P2D', null) });
  const there = { ...open, nodes: { ...open.nodes, n2: wait('P1D', 'n3') } };
  const back = { ...open, nodes: { ...open.nodes, n3: wait('P2D', 'n2') } };
  expect(mergeGraphs(open, there, back)).toEqual({ ok: false, places: [] });
});
