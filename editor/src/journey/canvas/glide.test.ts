import { expect, test } from 'vitest';
import type { FlowNode } from '../derive.ts';
import { shiftsOf } from './glide.ts';

const at = (id: string, x: number, y: number): FlowNode => ({
  id,
  type: 'card',
  position: { x, y },
  width: 280,
  height: 92,
  data: { id },
});
const before = new Map([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 0, y: 170 }],
]);

test('only cards that moved glide, from where they stood', () => {
  const shifts = shiftsOf(before, [at('a', 0, 0), at('new', 0, 170), at('b', 0, 340)], { x: 0, y: 0 });
  expect([...shifts]).toEqual([['b', { x: 0, y: -170 }]]);
});

test('a card that stays where it was seen, because the picture went with it, stands still', () => {
  expect(shiftsOf(before, [at('a', 50, 0)], { x: -50, y: 0 }).size).toBe(0);
});
