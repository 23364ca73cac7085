import { expect, test } from 'vitest';
import { createDeriver } from './derive.ts';
import { journeyOf } from './journeys.fixture.ts';
import { layoutOf } from './layout.ts';

test('what did not move keeps its identity; open ends are spots of their own', () => {
  const derive = createDeriver();
  const [one, two] = [
    layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', null] })),
    layoutOf(journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'n4'], n4: ['exit'] })),
  ];
  const [before, after] = [derive(one), derive(two)];
  expect(before.nodes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'open n3:next']);
  expect(after.nodes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4']);
  expect(after.nodes.slice(0, 3).every((node, i) => node === before.nodes[i])).toBe(true);
  expect(after.edges[0]).toBe(before.edges[0]);
  expect(after.edges[2]).toMatchObject({ source: 'n3', target: 'n4' });
});
