import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { layoutOf } from '../layout.ts';
import { panAt, slotBeside, slotNear } from './near.ts';

const layout = layoutOf(journeyOf({ n2: ['branch', 'a', 'b'], a: ['wait', null], b: ['wait', null] }));
const plus = (id: string) => layout.routes.get(id)!.plus;

test('the nearest legal slot within 80 pixels of the screen draws, an illegal one nearer by says why', () => {
  const { x, y } = plus('a:next');
  const legal = (id: string) => id === 'a:next';
  expect(slotNear(layout, { x: x + 70, y }, 1, legal)).toEqual({ target: 'a:next', illegal: null });
  expect(slotNear(layout, { x: x + 90, y }, 1, legal).target).toBeNull();
  expect(slotNear(layout, { x: x + 150, y }, 0.5, legal).target).toBe('a:next');
  expect(slotNear(layout, plus('n1:next'), 1, legal).illegal?.id).toBe('n1:next');
});

test('up and down go through the places in reading order and round, left and right to the side', () => {
  const slots = ['n1:next', 'n2:b0', 'a:next', 'n2:no', 'b:next'];
  expect(slotBeside(layout, slots, null, 'down')).toBe('n1:next');
  expect(slotBeside(layout, slots, 'n2:b0', 'down')).toBe('a:next');
  expect(slotBeside(layout, slots, 'n1:next', 'up')).toBe('b:next');
  expect(slotBeside(layout, slots, 'a:next', 'right')).toBe('b:next');
  expect(slotBeside(layout, slots, 'a:next', 'left')).toBeUndefined();
  expect(slotBeside(layout, [], null, 'down')).toBeUndefined();
});

test('the picture moves on only while the pointer is at its border', () => {
  const size = { width: 800, height: 600 };
  expect(panAt({ x: 400, y: 300 }, size)).toEqual({ x: 0, y: 0 });
  expect(panAt({ x: 2, y: 300 }, size).x).toBeGreaterThan(0);
  expect(panAt({ x: 400, y: 599 }, size).y).toBeLessThan(0);
});
