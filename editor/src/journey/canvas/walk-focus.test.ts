import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { layoutOf } from '../layout.ts';
import { walkFrom, type Step } from './walk-focus.ts';

const graph = journeyOf({ n2: ['branch', 'a', 'b'], a: ['email', 'm'], b: ['wait', 'm'], m: ['email', null] });
const layout = layoutOf(graph);

test('a folded branch is a stop on the way: from the node above, from beside it and from what follows it', () => {
  const folded = layoutOf(graph, undefined, new Set(['n2:b0']));
  const [pill] = folded.pills.keys();
  expect(pill).toBeDefined();
  const walk = (from: string, step: Step) => walkFrom(graph, folded, from, step);
  expect(walk('n2', 'down')).toBe(pill);
  expect(walk('b', 'left')).toBe(pill);
  expect(walk('m', 'up')).toBe(pill);
  expect([walk(pill ?? '', 'down'), walk(pill ?? '', 'up'), walk(pill ?? '', 'right')]).toEqual(['m', 'n2', 'b']);
});

test.each<[string, Step, string | undefined]>([
  ['n1', 'down', 'n2'],
  ['n2', 'down', 'a'],
  ['a', 'right', 'b'],
  ['b', 'left', 'a'],
  ['b', 'right', undefined],
  ['m', 'up', 'a'],
  ['a', 'start', 'n1'],
  ['n1', 'openEnd', 'm'],
  ['m', 'down', undefined],
  ['gone', 'up', 'n1'],
])('from %s %s leads to %s', (from, step, to) => {
  expect(walkFrom(graph, layout, from, step)).toBe(to);
});
