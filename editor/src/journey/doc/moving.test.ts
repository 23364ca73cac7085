import { reachableFrom, type JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { freeze } from 'immer';
import { describe, expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { chain } from '../random-command.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { applyCommand } from './apply.ts';
import type { Command } from './commands.ts';
import { isPiece, pieceOf } from './piece.ts';
import { judgeMove, legalSlots, slotsOf } from './slots.ts';

const after = (graph: JourneyGraph, command: Command) => applyCommand(graph, command)?.after ?? graph;

/** start → a → b(yes: y → m, no: m) → m → c(yes: d, no: e) */
const journey = () =>
  journeyOf({
    a: ['wait', 'b'],
    b: ['branch', 'y', 'm'],
    y: ['email', 'm'],
    m: ['email', 'c'],
    c: ['branch', 'd', 'e'],
    d: ['wait', null],
    e: ['exit'],
  });

const pieceAt = (graph: JourneyGraph, ...ids: string[]) => {
  const piece = pieceOf(graph, ids);
  return isPiece(piece) ? { ids: [...piece.ids].toSorted().join(' '), after: piece.after } : piece.because.en;
};

test('a step moves alone, a branch with what lies before its ways meet, or with all that is its own', () => {
  const graph = journey();
  expect(pieceAt(graph, 'a')).toEqual({ ids: 'a', after: 'b' });
  expect(pieceAt(graph, 'b')).toEqual({ ids: 'b y', after: 'm' });
  expect(pieceAt(graph, 'c')).toEqual({ ids: 'c d e', after: null });
  expect(pieceAt(graph, 'a', 'b')).toEqual({ ids: 'a b y', after: 'm' });
  expect(pieceAt(graph, 'm', 'a')).toEqual({ ids: 'a b m y', after: 'c' });
  expect(pieceAt(graph, 'd', 'e')).toBe('Only nodes along one path can be moved together.');
  expect(pieceAt(graph, 'y', 'm')).toBe('Another path joins in between, so these cannot be moved together.');
  expect(pieceAt(graph, 'n1', 'a')).toBe('The start stays where it is.');
});

test('moving a step closes its gap and puts it between at the other place', () => {
  const graph = after(journey(), { do: 'moveRange', ids: ['a'], to: { node: 'm', port: 'next' } });
  expect([graph.nodes['n1']?.next, graph.nodes['m']?.next, graph.nodes['a']?.next]).toEqual([
    { next: 'b' },
    { next: 'a' },
    { next: 'c' },
  ]);
});

test('moving a branch whose ways meet takes both ways along', () => {
  const graph = after(journey(), { do: 'moveRange', ids: ['b'], to: { node: 'd', port: 'next' } });
  expect(graph.nodes['a']?.next).toEqual({ next: 'm' });
  expect(graph.nodes['d']?.next).toEqual({ next: 'b' });
  expect([graph.nodes['b']?.next, graph.nodes['y']?.next]).toEqual([{ b0: 'y', no: null }, { next: null }]);
});

test('moving into one of the ways that meet leaves the others as they were', () => {
  const graph = after(journey(), { do: 'moveRange', ids: ['m'], to: { node: 'y', port: 'next' } });
  expect([graph.nodes['y']?.next, graph.nodes['b']?.next, graph.nodes['m']?.next]).toEqual([
    { next: 'm' },
    { b0: 'y', no: 'c' },
    { next: 'c' },
  ]);
});

test('illegal places are told in words', () => {
  const graph = journey();
  const why = (ids: string[], node: string, port: string) => {
    const piece = pieceOf(graph, ids);
    return isPiece(piece) ? judgeMove(graph, piece)({ node, port })?.ja : piece.because.ja;
  };
  expect(why(['b'], 'y', 'next')).toBe('動かす手順の中には置けません。');
  expect(why(['b'], 'a', 'next')).toBe('いまの場所です。');
  expect(why(['c'], 'a', 'next')).toBeUndefined();
  expect(why(['e'], 'a', 'next')).toBe('この後に続きを置けない手順なので、道の終わりにだけ置けます。');
  const joining = journeyOf({
    a: ['branch', 'x', 'y'],
    x: ['branch', 'z', 'y'],
    z: ['exit'],
    y: ['email', 'end'],
    end: ['wait', null],
  });
  const piece = pieceOf(joining, ['x']);
  expect(isPiece(piece) && judgeMove(joining, piece)({ node: 'end', port: 'next' })?.ja).toBe(
    'ここに置くと合流先より後ろになります。',
  );
});

test('a way back goes on leading back', () => {
  const graph = journeyOf({ a: ['wait', 'b'], b: ['email', 'g'], g: ['wait', 'z'], z: ['wait', null] });
  graph.nodes['g'] = { type: 'go-to', config: { to: 'a', times: 3 }, next: { done: 'z' } };
  const slots = (...ids: string[]) => {
    const piece = pieceOf(graph, ids);
    return isPiece(piece) ? legalSlots(graph, piece).map(({ node }) => node) : [];
  };
  expect(slots('g')).toEqual(['a', 'g', 'z'].filter((id) => id !== 'g'));
  expect(slots('a')).toEqual(['b']);
  expect(slots('b')).toEqual(['n1', 'g', 'z']);
});

describe('for any journey', () => {
  const numbers = fc.record({ where: fc.nat(99), length: fc.integer({ min: 1, max: 5 }), to: fc.nat(999) });
  const choose = (graph: JourneyGraph, { where, length }: { where: number; length: number }) => {
    const ids = Object.keys(graph.nodes);
    return chain(graph, ids[where % ids.length]!, length);
  };

  test('a slot is legal exactly when moving there changes the journey', () => {
    fc.assert(
      fc.property(randomJourney(), numbers, (journey, n) => {
        const graph = freeze(journey, true);
        const ids = choose(graph, n);
        const piece = pieceOf(graph, ids);
        const legal = new Set(isPiece(piece) ? legalSlots(graph, piece).map((slot) => JSON.stringify(slot)) : []);
        for (const to of slotsOf(graph))
          expect(applyCommand(graph, { do: 'moveRange', ids, to }) !== undefined).toBe(legal.has(JSON.stringify(to)));
      }),
      { numRuns: 200 },
    );
  });

  test('moving loses nothing: whoever could be reached, and whose way there was not opened, still can', () => {
    fc.assert(
      fc.property(randomJourney(), numbers, (journey, n) => {
        const graph = freeze(journey, true);
        const ids = choose(graph, n);
        const piece = pieceOf(graph, ids);
        if (!isPiece(piece)) return;
        const reached = reachableFrom(graph, graph.start);
        const slots = legalSlots(graph, piece).filter(({ node }) => reached.has(node));
        const to = slots[n.to % Math.max(1, slots.length)];
        if (!to) return;
        const moved = after(graph, { do: 'moveRange', ids, to });
        expect(Object.keys(moved.nodes).toSorted()).toEqual(Object.keys(graph.nodes).toSorted());
        const now = reachableFrom(moved, moved.start);
        expect([...reached].filter((id) => !now.has(id))).toEqual([]);
        for (const id of piece.ids) {
          const inner = (each: JourneyGraph) =>
            Object.entries(each.nodes[id]!.next).filter(([, target]) => target && piece.ids.has(target));
          expect(inner(moved)).toEqual(inner(graph));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('deleting and healing leaves everything reachable that stood behind the kept way', () => {
    fc.assert(
      fc.property(randomJourney(), fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }), (journey, places) => {
        const graph = freeze(journey, true);
        const all = Object.keys(graph.nodes);
        const ids = [...new Set(places.map((n) => all[n % all.length]!))];
        const deleted = after(graph, { do: 'delete', ids, heal: true });
        const gone = new Set(ids.filter((id) => id !== graph.start));
        const kept = new Set<string>();
        const open = [graph.start];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (kept.has(id)) continue;
          kept.add(id);
          const ways = Object.values(graph.nodes[id]!.next).filter((to) => to !== null);
          open.push(...(gone.has(id) ? ways.slice(0, 1) : ways));
        }
        const now = reachableFrom(deleted, deleted.start);
        expect([...kept].filter((id) => !gone.has(id) && !now.has(id))).toEqual([]);
        expect(Object.keys(deleted.nodes).some((id) => gone.has(id))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('commands at different nodes commute', () => {
    const local = fc.record({ kind: fc.nat(5), where: fc.nat(99) });
    const command = (
      graph: JourneyGraph,
      { kind, where }: { kind: number; where: number },
      name: string,
    ): Command & { id: string } => {
      const ids = Object.keys(graph.nodes);
      const id = ids[where % ids.length]!;
      const port = Object.keys(graph.nodes[id]!.next)[0] ?? 'next';
      const commands: (Command & { id: string })[] = [
        { do: 'rename', id, name },
        { do: 'setNote', id, note: name },
        { do: 'toggleDisabled', id },
        { do: 'setConfig', id, path: ['label'], value: name },
        { do: 'insertAt', at: { node: id, port }, id: `new-${name}`, type: 'wait', salt: name },
        { do: 'addBranch', id, locale: 'ja' },
      ];
      return commands[kind]!;
    };
    fc.assert(
      fc.property(randomJourney(), local, local, (journey, one, two) => {
        const graph = freeze(journey, true);
        const [a, b] = [command(graph, one, 'a'), command(graph, two, 'b')];
        const place = (each: Command & { id: string }) => (each.do === 'insertAt' ? each.at.node : each.id);
        fc.pre(place(a) !== place(b));
        expect(after(after(graph, a), b)).toEqual(after(after(graph, b), a));
      }),
      { numRuns: 300 },
    );
  });
});
