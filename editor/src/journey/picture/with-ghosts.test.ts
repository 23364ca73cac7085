import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { layoutOf } from '../layout.ts';
import { withGhosts } from './with-ghosts.ts';

const graph = (nodes: Record<string, [next: string | null, length?: string]>): JourneyGraph =>
  JourneyGraph.parse({
    schema: 1,
    name: 'x',
    start: 'a',
    nodes: Object.fromEntries(
      Object.entries(nodes).map(([id, [next, length = 'P1D']]) => [
        id,
        { type: 'wait', config: { for: length }, next: { next } },
      ]),
    ),
  });

test('a removed node stands beside the way that replaced it, and every card has a place of its own', () => {
  const before = graph({ a: ['b'], b: ['c'], c: [null] });
  const after = graph({ a: ['x', 'P2D'], x: ['c'], c: [null] });
  const { graph: drawn, marks, ghostWays } = withGhosts(before, after);
  expect(marks).toEqual({ a: 'changed', b: 'removed', x: 'added' });
  expect([...ghostWays].toSorted()).toEqual(['a:−next', 'b:next']);
  const { places } = layoutOf(drawn);
  expect([...places.keys()].toSorted()).toEqual(['a', 'b', 'c', 'x']);
  expect(places.get('b')!.x).not.toBe(places.get('x')!.x);
});

test('a ghost never closes a circle', () => {
  const before = graph({ a: ['r'], r: ['b'], b: [null] });
  const after = { ...graph({ a: [null], b: ['a'] }), start: 'b' };
  const { graph: drawn, ghostWays } = withGhosts(before, after);
  expect([...ghostWays]).toHaveLength(1);
  expect(layoutOf(drawn).places.size).toBe(3);
});

test('the same journey has no marks', () => {
  const one = graph({ a: ['b'], b: [null] });
  expect(withGhosts(one, one)).toMatchObject({ marks: {}, graph: one });
});
