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
  expect(nodesBefore(graph, 'd', 'en').map(({ id, name, sends }) => [id, name, sends])).toEqual([
    ['c', 'Email 2', true],
    ['b', 'Branch', false],
    ['a', 'Email 1', true],
    ['n1', 'Start', false],
  ]);
});
