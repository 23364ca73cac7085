import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { elapsedIn } from './elapsed.ts';

const DAY = 86_400_000;

test('waits add up from the start; where ways of different length meet there are two totals', () => {
  const graph = journeyOf({
    w1: ['wait', 'b'],
    b: ['branch', 'w2', 'w3'],
    w2: ['wait', 'w3'],
    w3: ['wait', 'end'],
    end: ['exit'],
  });
  const elapsed = elapsedIn(graph);
  expect(elapsed.get('w1')).toEqual({ least: DAY, most: DAY });
  expect(elapsed.get('w3')).toEqual({ least: 2 * DAY, most: 3 * DAY });
  expect(elapsed.has('b')).toBe(false);
});

test('nobody waits at a step that is switched off', () => {
  const graph = journeyOf({ w1: ['wait', 'w2'], w2: ['wait', null] });
  graph.nodes['w1']!.disabled = true;
  expect([...elapsedIn(graph)]).toEqual([['w2', { least: DAY, most: DAY }]]);
});
