import { reachableFrom } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { layoutOf } from '../layout.ts';
import type { Route } from '../layout/routes.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { itemsOf, type Item } from './items.ts';
import { nodeKey, rowsOf, type Row } from './rows.ts';

const NONE: ReadonlySet<string> = new Set();
const nodesIn = (rows: readonly Row[]) => rows.flatMap(({ item }) => (item.kind === 'node' ? [item.id] : []));

/** `start`, `  (b0)`, `    wait`: a tree as text. */
const drawn = (items: readonly Item[]) =>
  rowsOf(items, NONE).map(({ item, level }) => {
    const words = {
      node: () => (item.kind === 'node' ? item.id : ''),
      branch: () => (item.kind === 'branch' ? `(${item.from.port} ${item.steps})` : ''),
      link: () => (item.kind === 'link' ? `→${item.to} ${item.ways}` : ''),
      jump: () => (item.kind === 'jump' ? `↺${item.to}` : ''),
      end: () => '…',
      loose: () => 'loose',
    }[item.kind]();
    return `${'  '.repeat(level - 1)}${words}`;
  });

test('ways of a branch lie under it; where they meet again comes after it, and is listed once', () => {
  const graph = journeyOf({
    n2: ['wait', 'n3'],
    n3: ['branch', 'a', 'b', 'm'],
    a: ['email', 'm'],
    b: ['email', 'b2'],
    b2: ['wait', 'm'],
    m: ['email', 'n9'],
    n9: ['exit'],
  });
  expect(drawn(itemsOf(graph))).toEqual([
    'n1',
    'n2',
    'n3',
    '  (b0 1)',
    '    a',
    '    →m 3',
    '  (b1 2)',
    '    b',
    '    b2',
    '    →m 3',
    '  (no 0)',
    '    →m 3',
    'm',
    'n9',
  ]);
});

test('open ends have a line of their own, and unconnected nodes a heading', () => {
  const graph = journeyOf({ n2: ['branch', null, 'x'], x: ['exit'], loose: ['wait', null] });
  expect(drawn(itemsOf(graph))).toEqual([
    'n1',
    'n2',
    '  (b0 0)',
    '    …',
    '  (no 1)',
    '    x',
    'loose',
    '  loose',
    '  …',
  ]);
});

test('a way back is a line that names where it leads', () => {
  const graph = journeyOf({ n2: ['wait', 'g'], g: ['wait', null] });
  graph.nodes['g'] = { type: 'go-to', config: { to: 'n2', times: 3 }, next: { done: null } };
  expect(drawn(itemsOf(graph))).toContain('  ↺n2');
});

test('the outline names exactly the nodes of the canvas, each once', () => {
  fc.assert(
    fc.property(randomJourney(), (graph) => {
      const listed = nodesIn(rowsOf(itemsOf(graph), NONE));
      expect(listed.toSorted()).toEqual([...layoutOf(graph).places.keys()].toSorted());
    }),
    { numRuns: 500 },
  );
});

test('it reads as the canvas does: a way leads to the next line, or says where it goes on below, or is open', () => {
  fc.assert(
    fc.property(randomJourney(), (graph) => {
      const rows = rowsOf(itemsOf(graph), NONE);
      const at = new Map(rows.map(({ key }, i) => [key, i]));
      const lineOf = (key: string) => at.get(key) ?? -1;
      const main = reachableFrom(graph, graph.start);
      const isLost = ({ id, from, to }: Route) => {
        const own = lineOf(`way ${id}`);
        const said = rows[own]?.item;
        if (to === null) return said?.kind !== 'end';
        const below = lineOf(nodeKey(to));
        if (said) return said.kind !== 'link' || said.to !== to || (main.has(from.node) && below < own);
        return below !== (at.get(`branch ${id}`) ?? lineOf(nodeKey(from.node))) + 1;
      };
      expect([...layoutOf(graph).routes.values()].filter(isLost)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('branches are listed in the order in which they are drawn from left to right', () => {
  fc.assert(
    fc.property(randomJourney(), (graph) => {
      const { routes } = layoutOf(graph);
      const lane = ({ key }: Row) => routes.get(key.replace('branch ', ''))?.plus.x ?? 0;
      const branches = rowsOf(itemsOf(graph), NONE).filter(({ item }) => item.kind === 'branch');
      const isBehind = (row: Row) =>
        branches.some((each) => each.parent === row.parent && each.place < row.place && lane(each) >= lane(row));
      expect(branches.filter(isBehind)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('brothers are counted as assistive technology says them', () => {
  fc.assert(
    fc.property(randomJourney(), (graph) => {
      const rows = rowsOf(itemsOf(graph), NONE);
      for (const row of rows) {
        const brothers = rows.filter(({ parent }) => parent === row.parent);
        expect([row.siblings, brothers[row.place - 1]?.key]).toEqual([brothers.length, row.key]);
        const parent = rows.find(({ key }) => key === row.parent);
        expect(row.level).toBe(1 + (parent?.level ?? 0));
      }
    }),
    { numRuns: 200 },
  );
});

test('what lies in a closed branch is not listed', () => {
  const graph = journeyOf({ n2: ['branch', 'a', 'b'], a: ['exit'], b: ['exit'] });
  const rows = rowsOf(itemsOf(graph), new Set(['n2:b0']));
  expect(nodesIn(rows)).toEqual(['n1', 'n2', 'b']);
  expect(rows.find(({ key }) => key === 'branch n2:b0')?.isOpen).toBe(false);
});
