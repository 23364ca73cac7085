import { expect, test } from 'vitest';
import { createDeriver } from './derive.ts';
import { journeyOf } from './journeys.fixture.ts';
import { layoutOf } from './layout.ts';

test('what did not move keeps its identity', () => {
  const derive = createDeriver();
  const before = derive(layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', null] })));
  const after = derive(layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'n4'], n4: ['exit'] })));
  expect(before.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
  expect(after.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4']);
  expect(after.slice(0, 3).every((node, i) => node === before[i])).toBe(true);
});
