import { expect, test } from 'vitest';
import { findCycle } from './cycle.ts';
import type { JourneyGraph } from './graph.ts';
import { problemsOf } from './problems.ts';

const SIZE = 10_000;

/** `next[i]` are the targets of node i. */
const graphOf = (next: readonly (readonly number[])[]): JourneyGraph => ({
  schema: 1,
  name: 'g',
  start: 'n0',
  settings: {},
  nodes: Object.fromEntries(
    next.map((targets, i) => [
      `n${i}`,
      {
        type: i === 0 ? 'start' : 'x',
        config: {},
        next: Object.fromEntries(targets.map((to, p) => [`p${p}`, `n${to}`])),
      },
    ]),
  ),
});

function timed<T>(work: () => T): T {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(5_000);
  return result;
}

const chain = Array.from({ length: SIZE }, (_, i) => (i + 1 < SIZE ? [i + 1] : []));

test('a chain of 10,000 nodes has no circle', () => expect(timed(() => findCycle(graphOf(chain)))).toBeUndefined());

test('one edge back makes a circle of all of them, named from and to the same node', () => {
  const circle = timed(() => findCycle(graphOf([...chain.slice(0, -1), [0]])));
  expect(circle).toHaveLength(SIZE + 1);
  expect(circle?.[0]).toBe(circle?.at(-1));
});

test('5,000 diamonds behind one another are no circle, though their paths are beyond counting', () => {
  const diamonds = Array.from({ length: SIZE }, (_, i) => (i % 2 ? [i + 1] : [i + 1, i + 2])).map((list) =>
    list.filter((to) => to < SIZE),
  );
  expect(timed(() => findCycle(graphOf(diamonds)))).toBeUndefined();
});

test('a node that leads to itself is a circle, also where nobody comes', () => {
  expect(findCycle(graphOf([[], [1]]))).toEqual(['n1', 'n1']);
});

test('random graphs: a circle is found exactly where sorting by order fails', () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 300; round++) {
    const size = 2 + random(12);
    const next = Array.from({ length: size }, () => Array.from({ length: random(3) }, () => random(size)));
    const circle = findCycle(graphOf(next));
    expect(circle !== undefined, JSON.stringify(next)).toBe(!canBeSorted(next));
    for (const [i, id] of (circle ?? []).slice(0, -1).entries())
      expect(next[Number(id.slice(1))]).toContain(Number(circle![i + 1]!.slice(1)));
  }
});

/** Takes away nodes to which nothing leads until none is left, or until that cannot go on. */
function canBeSorted(next: readonly (readonly number[])[]): boolean {
  const left = new Set(next.keys());
  for (;;) {
    const free = [...left].filter((node) => ![...left].some((from) => next[from]!.includes(node)));
    if (free.length === 0) return left.size === 0;
    for (const node of free) left.delete(node);
  }
}

test('problems of 10,000 nodes are found at once', () => {
  const problems = timed(() => problemsOf(graphOf([...chain.slice(0, -1), [0]])));
  expect(problems.some(({ code }) => code === 'E04')).toBe(true);
});
