import { expect, test } from 'vitest';
import { shareOf, unusual, type Part } from './unusual.ts';

const weeks = (...shares: number[]): Part[] => shares.map((share) => ({ of: 200, n: Math.round(200 * share) }));
const steady = weeks(0.7, 0.72, 0.69, 0.71, 0.7, 0.73, 0.68, 0.7);

test.each([
  [29, undefined],
  [30, { share: 0.5, isAbout: true }],
  [99, { share: 49.5 / 99, isAbout: true }],
  [100, { share: 0.5, isAbout: false }],
])('of %i people the share is said as %j', (of, said) => {
  expect(shareOf({ of, n: of / 2 })).toEqual(said);
});

test('a share that is other than the weeks before by more than 3σ is unusual, in either direction', () => {
  expect(unusual({ of: 200, n: 100 }, steady)).toMatchObject({ way: 'low', now: 0.5 });
  expect(unusual({ of: 200, n: 180 }, steady)).toMatchObject({ way: 'high' });
  expect(unusual({ of: 200, n: 134 }, steady)).toBeUndefined();
});

test('the same drop among few people, or after restless weeks, is not', () => {
  expect(unusual({ of: 29, n: 5 }, steady)).toBeUndefined();
  expect(unusual({ of: 30, n: 15 }, steady)).toBeUndefined(); // 3σ of 30 people are 25 points
  expect(unusual({ of: 200, n: 100 }, weeks(0.4, 0.9, 0.5, 0.8, 0.6, 0.95, 0.7, 0.5))).toBeUndefined();
});

test('without four weeks of 30 people nothing is usual', () => {
  expect(unusual({ of: 200, n: 20 }, steady.slice(0, 3))).toBeUndefined();
  expect(unusual({ of: 200, n: 20 }, [...steady.slice(0, 3), { of: 29, n: 20 }])).toBeUndefined();
  expect(unusual({ of: 200, n: 20 }, steady.slice(0, 4))).toMatchObject({ way: 'low' });
});

test('where everybody went on so far, one who did not is no news, but a tenth is', () => {
  const all = weeks(1, 1, 1, 1, 1);
  expect(unusual({ of: 200, n: 199 }, all)).toBeUndefined();
  expect(unusual({ of: 200, n: 180 }, all)).toMatchObject({ way: 'low' });
});
