import { expect, test } from 'vitest';
import { NO_FACTS, type Facts } from '../conditions/facts.ts';
import { JourneyGraph } from '../journey/graph.ts';
import { compileGraph } from './compile.ts';
import { MOST_NODES, walk, type Standing } from './walk.ts';

const now = Date.parse('2026-03-02T10:00:00+09:00');
const around = (facts: Partial<Facts> = {}) => ({
  facts: { ...NO_FACTS, ...facts },
  now,
  zone: 'Asia/Tokyo',
  arrival: 9,
});
const standing = (node: string, port: string | null = null): Standing => ({
  enrollment: { id: 1, customer: 2, journey: 3 },
  intent: null,
  memory: {},
  node,
  port,
  entered: { at: now, arrival: 1 },
  left: {},
});
const bought = { orders: 'count', op: 'gte', value: 1, since: { node: 'm' } };
const compiled = (nodes: Record<string, unknown>, settings: Record<string, unknown> = {}) =>
  compileGraph(
    JourneyGraph.parse({
      schema: 1,
      name: 'g',
      start: 's',
      settings,
      nodes: { s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'a' } }, ...nodes },
    }),
  );
const graph = compiled({
  a: { type: 'wait', config: { for: 'P1D' }, next: { next: 'm' } },
  m: { type: 'email', config: { template: 't' }, next: { next: 'b' } },
  b: { type: 'branch', config: { branches: [{ port: 'yes', when: bought }], else: 'no' }, next: { yes: 'x', no: 'x' } },
  x: { type: 'exit', config: { reason: 'done' } },
});

test('a pass goes on until somebody rests', () => {
  expect(walk(graph, standing('s'), around())).toEqual({
    steps: [
      ['s', 'leave', 'next'],
      ['a', 'sleep', 'next', now + 86_400_000],
    ],
    entered: ['a'],
    changes: [],
    memory: {},
    rest: { kind: 'sleep', node: 'a', until: now + 86_400_000, port: 'next', intent: { from: now } },
    left: {},
  });
});

test('leaving a node that conditions count from is remembered, with the newest fact', () => {
  const pass = walk(graph, standing('m', 'next'), around());
  expect(pass.left).toEqual({ m: [now, 9] });
  expect(pass.rest).toEqual({ kind: 'end', node: 'x', reason: 'done' });
  expect(walk(graph, standing('s'), around()).left).toEqual({});
});

test('what a pass needs is what lies before the next rest', () => {
  expect(graph.needsFrom('s').orders).toBe(false);
  expect(graph.needsFrom('a').orders).toBe(false);
  expect(graph.needsFrom('b').orders).toBe(true);
  expect([...graph.countedFrom]).toEqual(['m']);
  const through = compiled({
    a: { type: 'wait', config: { for: 'P1D' }, disabled: true, next: { next: 'b' } },
    b: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: bought }], else: 'no' },
      next: { yes: 'x', no: 'x' },
    },
    x: { type: 'exit', config: {} },
  });
  expect(through.needsFrom('s').orders).toBe(true);
  expect(walk(through, standing('s'), around()).rest).toEqual({ kind: 'end', node: 'x', reason: 'completed' });
});

test('a long path goes on in the next pass', () => {
  const nodes = Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => [
      i === 0 ? 'a' : `n${i}`,
      {
        type: 'branch',
        config: { branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 9 } }], else: 'no' },
        next: { no: i === 149 ? 'x' : `n${i + 1}` },
      },
    ]),
  );
  const long = compiled({ ...nodes, x: { type: 'exit', config: {} } });
  const first = walk(long, standing('s'), around());
  expect(first.steps).toHaveLength(MOST_NODES);
  expect(first.rest).toMatchObject({ kind: 'again' });
  expect(walk(long, standing(first.rest.node), around()).rest).toMatchObject({ kind: 'end', reason: 'completed' });
});

test('an open end ends as completed; what is not there is an error; a foreign type is left to others', () => {
  const open = compiled({ a: { type: 'wait', config: { for: 'P1D' } } });
  expect(walk(open, standing('a', 'next'), around()).rest).toEqual({ kind: 'end', node: '', reason: 'completed' });
  expect(() => walk(open, standing('gone'), around())).toThrow('there is no node gone');
  const foreign = compiled({ a: { type: 'fax', config: {} } });
  expect(walk(foreign, standing('s'), around()).rest).toEqual({ kind: 'unknown', node: 'a' });
});

test('goal and exit conditions are looked at before a pass goes anywhere', () => {
  const settings = {
    goal: { orders: 'count', op: 'gte', value: 1 },
    exitWhen: [{ attribute: 'refused', op: 'exists' }],
  };
  const ending = compiled({ a: { type: 'wait', config: { for: 'P1D' } } }, settings);
  expect(ending.endingNeeds).toMatchObject({ attributes: true, orders: false });
  expect(walk(ending, standing('a', 'next'), around({ orderCount: 1, attributes: { refused: true } }))).toMatchObject({
    steps: [['a', 'exit', 'goal']],
    entered: [],
    rest: { kind: 'end', node: 'a', reason: 'goal' },
  });
  expect(walk(ending, standing('s'), around({ attributes: { refused: true } })).rest).toMatchObject({
    reason: 'exit_condition',
  });
});
