import { expect, test } from 'vitest';
import { dropIndex } from './drop-place.ts';

test('the upper half of a block is the place before it, the lower half the one behind', () => {
  const box = {
    slot: 0,
    blocks: [
      { top: 0, bottom: 10 },
      { top: 10, bottom: 30 },
    ],
  };
  expect([4, 6, 19, 21, 99].map((y) => dropIndex(box, y))).toEqual([0, 1, 1, 2, 2]);
  expect(dropIndex({ slot: 0, blocks: [] }, 5)).toBe(0);
});
