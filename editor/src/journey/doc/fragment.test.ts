import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { freeze } from 'immer';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { randomJourney } from '../random-journey.fixture.ts';
import { applyCommand } from './apply.ts';
import { fragmentOf, isSound, renewed, type Fragment } from './fragment.ts';

const named = (fragment: Fragment, name: (id: string) => string) =>
  Object.fromEntries(Object.keys(fragment.nodes).map((id) => [id, name(id)]));

test('what copies mention of one another follows them; what they mention otherwise stays', () => {
  const graph = journeyOf({ a: ['email', 'b'], b: ['branch', 'c', null], c: ['wait', null] });
  const since = (node: string) => ({
    all: [
      { orders: 'count', op: 'gte', value: 1, since: { node } },
      { message: 'opened', node },
    ],
  });
  graph.nodes['b']!.config = {
    branches: [
      { port: 'b0', when: since('a') },
      { port: 'b1', when: since('n1') },
    ],
    else: 'no',
  };
  graph.nodes['c'] = { type: 'go-to', config: { to: 'a', times: 2 }, next: { done: null } };
  const copy = renewed(fragmentOf(graph, ['a', 'b', 'c'])!, { a: 'A', b: 'B', c: 'C' }, 's');
  expect(copy.nodes['B']?.config).toEqual({
    branches: [
      { port: 'b0', when: since('A') },
      { port: 'b1', when: since('n1') },
    ],
    else: 'no',
  });
  expect(copy.nodes['C']?.config).toEqual({ to: 'A', times: 2 });
});

test('copies choose by themselves, and other keys go where they are told', () => {
  const graph = journeyOf({ a: ['email', null] });
  graph.nodes['s'] = { type: 'split', config: { arms: [{ port: 'a', percent: 100 }], salt: 'old' }, next: { a: null } };
  const copy = renewed(fragmentOf(graph, ['a', 's'])!, { a: 'A', s: 'S' }, 'new', (what, key) => `${what}/${key}`);
  expect(copy.nodes['A']?.config).toEqual({ template: 'template/a' });
  expect(copy.nodes['S']?.config['salt']).toBe('new-1');
});

test('the start is never copied', () => {
  const graph = journeyOf({ a: ['wait', null] });
  expect(fragmentOf(graph, ['n1'])).toBeUndefined();
  expect(Object.keys(fragmentOf(graph, ['n1', 'a'])!.nodes)).toEqual(['a']);
});

test('a fragment that does not hold together is refused', () => {
  const wait = (to: string | null) => ({ type: 'wait', config: {}, next: { next: to } });
  const whole: Fragment = { nodes: { a: wait('b'), b: wait(null) }, heads: ['a'], tail: [{ node: 'b', port: 'next' }] };
  expect(isSound(whole)).toBe(true);
  const broken: Fragment[] = [
    { ...whole, heads: ['x'] },
    { ...whole, heads: [] },
    { ...whole, tail: [{ node: 'a', port: 'next' }] },
    { ...whole, nodes: { a: wait('b'), b: wait('a') }, tail: [] },
    { ...whole, nodes: { a: wait('gone') }, tail: [] },
    { ...whole, nodes: { a: { type: 'start', config: {}, next: {} } }, tail: [] },
  ];
  expect(broken.filter(isSound)).toEqual([]);
  const graph = journeyOf({ n2: ['wait', null] });
  for (const fragment of broken)
    expect(applyCommand(graph, { do: 'insertFragment', at: null, fragment, how: 'paste' })).toBeUndefined();
});

/** The nodes with their ways, under plain numbers: what is left when ids do not count. */
function shapeOf(nodes: JourneyGraph['nodes'], ids: readonly string[]) {
  const number = new Map(ids.map((id, i) => [id, i]));
  return ids.map((id) => {
    const { next, ...rest } = nodes[id]!;
    return {
      ...rest,
      next: Object.entries(next).map(([port, to]) => [port, to === null ? null : (number.get(to) ?? null)]),
    };
  });
}

test('pasting a copy of anything gives the same again', () => {
  fc.assert(
    fc.property(randomJourney(), fc.array(fc.nat(99), { minLength: 1, maxLength: 12 }), (journey, places) => {
      const graph = freeze(journey, true);
      const all = Object.keys(graph.nodes);
      const fragment = fragmentOf(
        graph,
        places.map((n) => all[n % all.length]!),
      );
      if (!fragment) return;
      const ids = Object.keys(fragment.nodes);
      const text = JSON.parse(JSON.stringify(fragment)) as Fragment;
      const copy = renewed(
        text,
        named(text, (id) => `${id}-copy`),
        's',
      );
      const { after } = applyCommand(graph, { do: 'insertFragment', at: null, fragment: copy, how: 'paste' })!;
      expect(
        shapeOf(
          after.nodes,
          ids.map((id) => `${id}-copy`),
        ),
      ).toEqual(shapeOf(graph.nodes, ids));
      for (const id of all) expect(after.nodes[id]).toBe(graph.nodes[id]);
    }),
    { numRuns: 300 },
  );
});
