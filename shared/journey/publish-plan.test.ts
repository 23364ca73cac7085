import { expect, test } from 'vitest';
import { JourneyGraph } from './graph.ts';
import { nodeChanges } from './publish-plan.ts';

const graph = (nodes: Record<string, unknown>) =>
  JourneyGraph.parse({
    schema: 1,
    name: 'g',
    start: 's',
    nodes: { s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'w' } }, ...nodes },
  });
const wait = (length: string, more: object = {}) => ({
  type: 'wait',
  config: { for: length },
  next: { next: 'x' },
  ...more,
});
const exit = { type: 'exit', config: { reason: 'done' } };
const before = graph({ w: wait('P7D'), x: exit });

test('what leads elsewhere, is called otherwise or written in another order has not changed', () => {
  const after = graph({ w: wait('P7D', { name: 'a week', next: { next: 'y' } }), x: exit, y: exit });
  expect(nodeChanges(before, after)).toEqual([]);
});

test('a changed wait may be kept or counted again; a removed node has nothing to keep', () => {
  expect(nodeChanges(before, graph({ w: wait('P3D'), x: exit }))).toEqual([
    { node: 'w', change: 'changed', choices: ['keep', 'recount', 'finish', 'move', 'exit'] },
  ]);
  expect(nodeChanges(before, graph({ x: exit }))).toEqual([
    { node: 'w', change: 'removed', choices: ['finish', 'move', 'exit'] },
  ]);
});

test('where the port is gone by which people wake, they cannot be kept', () => {
  const waitFor = {
    type: 'wait-for',
    config: { for: { event: 'visited' }, until: 'P1D' },
    next: { happened: 'x', timeout: 'x' },
  };
  expect(nodeChanges(before, graph({ w: waitFor, x: exit }))[0]?.choices).toEqual(['finish', 'move', 'exit']);
});

test('what is switched off lets people through', () => {
  const after = graph({ w: wait('P7D', { disabled: true }), x: exit });
  expect(nodeChanges(before, after)[0]?.choices).toEqual(['finish', 'move', 'exit']);
});
