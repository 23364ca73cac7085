import { reachableFrom, type JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { freeze } from 'immer';
import { describe, expect, test } from 'vitest';
import { journeyOf } from './journeys.fixture.ts';
import { layoutOf, type Layout } from './layout.ts';
import { pathThrough } from './layout/routes.ts';
import { CARD_WIDTH } from './layout/sizes.ts';
import { randomJourney } from './random-journey.fixture.ts';

const at = (layout: Layout, id: string) => {
  const place = layout.places.get(id);
  if (!place) throw new Error(`${id} has no place`);
  return place;
};

test('a chain stands in one column, each card below the one before', () => {
  const layout = layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'n4'], n4: ['exit'] }));
  expect(['n1', 'n2', 'n3', 'n4'].map((id) => at(layout, id).x)).toEqual([-140, -140, -140, -140]);
  expect(at(layout, 'n3').y).toBeGreaterThan(at(layout, 'n2').y + 92);
});

test('branches stand side by side in the order of their ports, below the middle of the branch', () => {
  const layout = layoutOf(journeyOf({ n2: ['branch', 'a', 'b', 'c'], a: ['exit'], b: ['exit'], c: ['exit'] }));
  expect(at(layout, 'a').x).toBeLessThan(at(layout, 'b').x);
  expect(at(layout, 'b').x).toBeLessThan(at(layout, 'c').x);
  expect(at(layout, 'b').x).toBe(at(layout, 'n2').x);
});

test('where branches meet, the card stands below the middle of all that leads to it', () => {
  const layout = layoutOf(
    journeyOf({ n2: ['branch', 'a', 'b'], a: ['wait', 'm'], b: ['wait', 'b2'], b2: ['email', 'm'], m: ['exit'] }),
  );
  expect(at(layout, 'm').x).toBe(at(layout, 'n2').x);
  expect(at(layout, 'm').y).toBeGreaterThan(at(layout, 'b2').y);
});

test('a way that skips the other branch keeps a lane beside its cards', () => {
  const layout = layoutOf(journeyOf({ n2: ['branch', 'a', 'm'], a: ['email', 'm'], m: ['exit'] }));
  const lane = layout.routes.get('n2:no')?.points.map(({ x }) => x) ?? [];
  expect(Math.max(...lane)).toBeGreaterThan(at(layout, 'a').x + CARD_WIDTH);
});

/** A branch with so many ways, each of which leads to its own end. */
const list = (ways: number) => {
  const ends = Array.from({ length: ways }, (_, i) => `end${i}`);
  return layoutOf(journeyOf({ n2: ['branch', ...ends], ...Object.fromEntries(ends.map((id) => [id, ['exit']])) }));
};

test('up to four ways leave the middle of a card; more are rows of it, each with a line of its own', () => {
  const [few, many] = [list(4), list(5)];
  const starts = (layout: Layout) =>
    [...layout.routes.values()].filter((way) => way.from.node === 'n2').map((way) => way.points[0]!);
  expect(at(few, 'n2').height).toBe(92);
  expect(new Set(starts(few).map(({ x }) => x)).size).toBe(1);
  expect(at(many, 'n2').height).toBe(92 + 5 * 20);
  const xs = starts(many).map(({ x }) => x);
  expect(new Set(xs).size).toBe(5);
  expect(xs).toEqual(xs.toSorted((a, b) => a - b));
});

test.each([5, 6, 13, 20])('no two of the %d lines of a list cross or lie on each other', (ways) => {
  const lines = [...list(ways).routes.values()].filter((way) => way.from.node === 'n2').map((way) => way.points);
  const pieces = lines.flatMap((points, line) => points.slice(1).map((b, i) => ({ line, a: points[i]!, b })));
  const meets = ({ a, b }: (typeof pieces)[number], other: (typeof pieces)[number]) =>
    Math.min(a.x, b.x) <= Math.max(other.a.x, other.b.x) &&
    Math.min(other.a.x, other.b.x) <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= Math.max(other.a.y, other.b.y) &&
    Math.min(other.a.y, other.b.y) <= Math.max(a.y, b.y);
  const met = pieces.flatMap((one) =>
    pieces.filter((other) => other.line > one.line && meets(one, other)).map((other) => [one.line, other.line]),
  );
  expect(met).toEqual([]);
});

test('fragments that the start does not reach stand in a tray at the right', () => {
  const graph = journeyOf({ n2: ['exit'] });
  graph.nodes['lost'] = { type: 'wait', config: { for: 'P1D' }, next: { next: 'lost2' } };
  graph.nodes['lost2'] = { type: 'exit', config: {}, next: {} };
  const layout = layoutOf(graph);
  expect(layout.tray).not.toBeNull();
  expect(at(layout, 'lost').x).toBeGreaterThan(at(layout, 'n2').x + CARD_WIDTH);
  expect(at(layout, 'lost2').y).toBeGreaterThan(at(layout, 'lost').y);
});

test('circles, lost starts and unknown types are drawn as well', () => {
  const circle = journeyOf({ n2: ['wait', 'n3'], n3: ['wait', 'n2'] });
  expect(layoutOf(circle).places.size).toBe(3);
  expect(layoutOf({ ...circle, start: 'gone' }).places.size).toBe(3);
  const unknown = journeyOf({ n2: ['telepathy', 'x', 'n3'], x: ['exit'], n3: ['exit'] });
  expect(layoutOf(unknown).places.size).toBe(4);
});

test('inserting moves no card above the place', () => {
  const before = layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'n4'], n4: ['exit'] }));
  const after = layoutOf(
    journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'x'], x: ['branch', 'n4', null], n4: ['exit'] }),
    before,
  );
  expect(after.places.get('n2')).toBe(before.places.get('n2'));
  expect(after.places.get('n3')).toBe(before.places.get('n3'));
});

test('a change that moves nothing gives the same layout back', () => {
  const before = layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] }));
  const graph = journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] });
  graph.nodes['n2'] = { type: 'wait', config: { for: 'P99D' }, next: { next: 'n3' } };
  expect(layoutOf(graph, before)).toBe(before);
});

test('paths are rounded at their corners', () => {
  expect(
    pathThrough([
      { x: 0, y: 0 },
      { x: 0, y: 20 },
      { x: 40, y: 20 },
    ]),
  ).toBe('M0 0L0 12Q0 20 8 20L40 20');
});

describe('for any journey', () => {
  const overlaps = (graph: JourneyGraph) => {
    const cards = [...layoutOf(graph).places];
    return cards.flatMap(([a, one], i) =>
      cards.slice(i + 1).flatMap(([b, two]) => {
        const apart =
          one.x + CARD_WIDTH <= two.x ||
          two.x + CARD_WIDTH <= one.x ||
          one.y + one.height <= two.y ||
          two.y + two.height <= one.y;
        return apart ? [] : [`${a} × ${b}`];
      }),
    );
  };

  test('no two cards overlap', () => {
    fc.assert(
      fc.property(randomJourney(), (graph) => {
        expect(overlaps(graph)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('every card has a place, and every way leads down', () => {
    fc.assert(
      fc.property(randomJourney(), (graph) => {
        const { places, routes } = layoutOf(graph);
        const reached = reachableFrom(graph, graph.start);
        expect(places.size).toBe(Object.keys(graph.nodes).length);
        const upward = [...routes.values()].filter(({ from, to }) => {
          const [above, below] = [places.get(from.node), to === null ? undefined : places.get(to)];
          return above && below && reached.has(from.node) && below.y < above.y + above.height;
        });
        expect(upward).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('the same journey gives the same layout', () => {
    fc.assert(
      fc.property(randomJourney(), (graph) => {
        expect(layoutOf(structuredClone(graph))).toEqual(layoutOf(graph));
      }),
    );
  });
});

test('1,000 nodes are laid out without a power of their number', () => {
  const graph = freeze(
    journeyOf(
      Object.fromEntries(
        Array.from({ length: 333 }, (_, i): [string, [string, ...string[]]][] => [
          [`b${i}`, ['branch', `w${i}`, `m${i}`]],
          [`w${i}`, ['wait', `m${i}`]],
          [`m${i}`, i === 332 ? ['exit'] : ['email', `b${i + 1}`]],
        ]).flat(),
      ),
    ),
    true,
  );
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    layoutOf(graph);
    return performance.now() - began;
  });
  expect(Math.min(...times)).toBeLessThan(1_000); // 3 ms on a quiet machine; this is against a power of the size, not for speed
});
