import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { nodesBefore } from './nodes-before.ts';

test('the nearest come first, later nodes not at all, equal names are numbered along the way', () => {
  const graph = journeyOf({
    a: ['email', 'b'],
    b: ['branch', 'c', 'x'],
    c: ['email', 'd'],
    d: ['wait', 'e'],
    e: ['exit'],
    x: ['exit'],
  });
  const names = { template: () => undefined, segment: () => undefined };
  expect(nodesBefore(graph, 'd', 'en', names).map(({ id, name, sends }) => [id, name, sends])).toEqual([
    ['c', 'a 2', true],
    ['b', 'Branch', false],
    ['a', 'a 1', true],
    ['n1', 'Start', false],
  ]);
});
