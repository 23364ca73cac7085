import { expect, test } from 'vitest';
import type { Condition } from '../conditions/condition.ts';
import type { JourneyGraph } from './graph.ts';
import { problemsOf } from './problems.ts';

const graph = (when: Condition, settings: JourneyGraph['settings'] = {}): JourneyGraph => ({
  schema: 1,
  name: '',
  start: 'n1',
  settings,
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'branch', config: { branches: [{ port: 'yes', when }], else: 'no' }, next: { yes: 'n3', no: 'n3' } },
    n3: { type: 'exit', config: { reason: 'done' }, next: {} },
  },
});
const told = (of: JourneyGraph) =>
  problemsOf(of, { segments: new Set(['known']) }).map(({ code, node, path }) => [code, node, path]);

const bought: Condition = { orders: 'count', op: 'gte', value: 1, since: 'entered' };

test('a condition that can never be met is told with its place inside the node', () => {
  const wrong: Condition = { all: [bought, { orders: 'last', op: 'withinLast', value: '30 days' }] };
  expect(told(graph(bought))).toEqual([]);
  expect(told(graph(wrong))).toEqual([['E08', 'n2', 'branches.0.when.all.1.value']]);
});

test('goal and exit conditions are judged like those of nodes', () => {
  const settings: JourneyGraph['settings'] = {
    goal: { cpm: 'rank', op: 'gte', value: '優良客' },
    exitWhen: [bought, { segment: 'gone', member: true }, { orders: 'count', op: 'gte', value: 'x' }],
  };
  expect(told(graph(bought, settings))).toEqual([
    ['E08', undefined, 'goal.op'],
    ['E14', undefined, 'exitWhen.1'],
    ['E08', undefined, 'exitWhen.2.value'],
  ]);
});
