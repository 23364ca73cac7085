import { expect, test } from 'vitest';
import { compileGraph } from '../../engine/compile.ts';
import { walk, type Standing } from '../../engine/walk.ts';
import { NO_FACTS } from '../../conditions/facts.ts';
import { JourneyGraph } from '../../journey/graph.ts';
import { problemsOf } from '../../journey/problems.ts';
import { NOW } from '../turn.fixture.ts';

const graphOf = (nodes: Record<string, unknown>) =>
  JourneyGraph.parse({
    schema: 1,
    name: 'g',
    start: 's',
    nodes: {
      s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'w' } },
      x: { type: 'exit', config: {} },
      ...nodes,
    },
  });
const wait = (next: string, config: Record<string, unknown> = { for: 'P1D' }) => ({
  type: 'wait',
  config,
  next: { next },
});
const back = (to: string, times: number, done = 'x', more = {}) => ({
  type: 'go-to',
  config: { to, times },
  next: { done },
  ...more,
});
const codes = (nodes: Record<string, unknown>) => problemsOf(graphOf(nodes)).map(({ code, node }) => [code, node]);

/** Walks to the end; answers how often each wait was rested at. */
function rests(nodes: Record<string, unknown>): Record<string, number> {
  const graph = compileGraph(graphOf(nodes));
  const counts: Record<string, number> = {};
  let standing: Standing = {
    enrollment: { id: 1, customer: 2, journey: 3 },
    node: 's',
    port: null,
    intent: null,
    memory: {},
    entered: { at: NOW, arrival: 1 },
    left: {},
  };
  for (let pass = 0; pass < 100; pass++) {
    const { rest, left, memory } = walk(graph, standing, { facts: NO_FACTS, now: NOW, zone: 'Asia/Tokyo', arrival: 1 });
    if (rest.kind === 'end') return counts;
    counts[rest.node] = (counts[rest.node] ?? 0) + 1;
    standing = { ...standing, node: rest.node, port: rest.kind === 'sleep' ? rest.port : null, left, memory };
  }
  throw new Error('it went on for ever');
}

test('it sends back as often as it says, then on', () => {
  expect(rests({ w: wait('g'), g: back('w', 3) })).toEqual({ w: 4 });
});

test('a way back around another one repeats that one too, and still ends', () => {
  expect(rests({ w: wait('v'), v: wait('g'), g: back('v', 2, 'h'), h: back('w', 1) })).toEqual({ w: 2, v: 6 });
});

test('switched off, people pass through', () => {
  expect(rests({ w: wait('g'), g: back('w', 3, 'x', { disabled: true }) })).toEqual({ w: 1 });
});

test('a way back with a wait has no problem; its way back is no open end', () => {
  expect(codes({ w: wait('g'), g: back('w', 3) })).toEqual([]);
  expect(codes({ w: wait('g', { for: 'P0D', at: '10:00' }), g: back('w', 3) })).toEqual([]);
});

const anybody = { attribute: 'x', op: 'exists' };
const branch = (yes: string, no: string) => ({
  type: 'branch',
  config: { branches: [{ port: 'yes', when: anybody }], else: 'no' },
  next: { yes, no },
});

test('every way round must pass a wait of a minute', () => {
  expect(codes({ w: wait('b'), b: branch('g', 'g'), g: back('b', 3) })).toEqual([['E18', 'g']]);
  expect(codes({ w: wait('b'), b: branch('v', 'g'), v: wait('g'), g: back('b', 3) })).toEqual([['E18', 'g']]);
  expect(codes({ w: wait('b'), b: branch('v', 'u'), v: wait('g'), u: wait('g'), g: back('b', 3) })).toEqual([]);
  expect(codes({ w: { ...wait('g'), disabled: true }, g: back('w', 3) })).toEqual([['E18', 'g']]);
});

test('two ways back that lead round together need a wait as well', () => {
  const nodes = { w: wait('a'), a: branch('g', 'v'), v: wait('h'), g: back('w', 1, 'h'), h: back('a', 1) };
  expect(codes(nodes)).toEqual([['E18', 'h']]);
});

test('it leads back to a node on the way here, nowhere else', () => {
  expect(codes({ w: wait('g'), g: back('', 3) })).toEqual([['E08', 'g']]);
  expect(codes({ w: wait('g'), g: back('gone', 3) })).toEqual([['E18', 'g']]);
  expect(codes({ w: wait('g'), g: back('s', 3) })).toEqual([['E18', 'g']]);
  expect(codes({ w: wait('g'), g: back('x', 3) })).toEqual([['E18', 'g']]);
});

test('a drawn circle stays refused', () => {
  expect(codes({ w: wait('v'), v: wait('w') }).map(([code]) => code)).toContain('E04');
});
