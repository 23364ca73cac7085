import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { layoutOf } from '../layout.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { branchAround, fold } from './folds.ts';

const nested = journeyOf({
  n2: ['branch', 'a', 'b'],
  a: ['branch', 'a1', 'a2'],
  a1: ['email', 'm'],
  a2: ['wait', 'm'],
  b: ['email', 'm'],
  m: ['exit'],
});
const foldOf = (...ways: string[]) => fold(nested, new Set(ways));

test('a folded branch gives way to a pill that leads on to where the branch led', () => {
  const { graph, pills } = foldOf('n2:b0');
  expect(Object.keys(graph.nodes)).toEqual(['n1', 'n2', 'b', 'm', ' pill n2:b0']);
  expect(graph.nodes['n2']?.next).toEqual({ b0: ' pill n2:b0', no: 'b' });
  expect(graph.nodes[' pill n2:b0']?.next).toEqual({ 0: 'm' });
  expect(pills.get(' pill n2:b0')?.hidden.toSorted()).toEqual(['a', 'a1', 'a2']);
});

test('what is folded inside a folded branch is part of it, whatever was folded first', () => {
  expect(foldOf('a:b0', 'n2:b0').pills.size).toBe(1);
  expect(foldOf('n2:b0', 'a:b0').graph).toEqual(foldOf('a:b0', 'n2:b0').graph);
});

test('a way into a meeting point, an open end and a lost port fold nothing', () => {
  expect(foldOf('b:next', 'm:next', 'gone:next').graph).toBe(nested);
});

test('a node lies in the innermost branch around it; the trunk in none', () => {
  expect(branchAround(nested, 'a1')).toEqual({ node: 'a', port: 'b0' });
  expect(branchAround(nested, 'a')).toEqual({ node: 'n2', port: 'b0' });
  expect(branchAround(nested, 'm')).toBeUndefined();
  expect(branchAround(nested, 'n1')).toBeUndefined();
});

test('every node is drawn or hidden in exactly one pill, and no line is lost', () => {
  fc.assert(
    fc.property(randomJourney(), fc.nat(), (graph, seed) => {
      const all = [...layoutOf(graph).routes.values()].filter(({ folds }) => folds).map(({ id }) => id);
      const folded = new Set(all.filter((_, i) => (seed >> (i % 31)) & 1));
      const { places, pills, routes } = layoutOf(graph, undefined, folded);
      const hidden = [...pills.values()].flatMap((pill) => pill.hidden);
      const drawn = [...places.keys()].filter((id) => !pills.has(id));
      expect([...hidden, ...drawn].toSorted()).toEqual(Object.keys(graph.nodes).toSorted());
      expect([...routes.values()].filter(({ to }) => to !== null && !places.has(to))).toEqual([]);
    }),
  );
});
