import type { NodeFigures } from '@tabiji/shared/api/journey-stats.ts';
import { NO_FIGURES } from '@tabiji/shared/api/journey-stats.ts';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { monthProblems } from './month-problems.ts';

const graph = JourneyGraph.parse({
  schema: 1,
  name: 'Month',
  start: 's',
  nodes: {
    s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'b' } },
    b: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 2 } }], else: 'no' },
      next: { yes: 'm', no: 'x' },
    },
    m: { type: 'email', config: { template: 'hello' }, next: { next: 'x' } },
    x: { type: 'exit', config: {} },
  },
});
const figures = (entered: number, left: Record<string, number> = {}): NodeFigures => ({ ...NO_FIGURES, entered, left });
const codes = (by: Record<string, NodeFigures>, ran = ['s', 'b', 'm', 'x']) =>
  monthProblems(graph, by, new Set(ran)).map(({ code, node }) => `${code} ${node}`);

test('a step that nobody came to, and a branch at which many end', () => {
  expect(codes({ s: figures(1000), b: figures(1000, { yes: 380, no: 620 }), x: figures(620) })).toEqual([
    'W02 b',
    'W04 m',
  ]);
});

test('few people, or few who end, say nothing', () => {
  expect(codes({ s: figures(50), b: figures(50, { no: 40 }) })).toEqual([]);
  expect(
    codes({ s: figures(1000), b: figures(1000, { yes: 900, no: 100 }), m: figures(900), x: figures(1000) }),
  ).toEqual([]);
});

test('a step that is new in the draft is not missed', () => {
  expect(codes({ s: figures(1000), b: figures(1000, { yes: 1000 }), x: figures(1000) }, ['s', 'b', 'x'])).toEqual([]);
});
