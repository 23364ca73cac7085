import { expect, test } from 'vitest';
import { quietOf } from './pace.ts';

const steady = { n: 120, first: 0, last: 29, longestGap: 1 };

test('who passes four a day is missed after two whole days', () => {
  expect(quietOf(steady, 31)).toBeUndefined();
  expect(quietOf(steady, 32)).toEqual({ since: 29, usual: 4 });
});

test('a rare passer is missed later, a weekly one not before its week is over', () => {
  expect(quietOf({ n: 30, first: 0, last: 29, longestGap: 1 }, 35)).toBeUndefined();
  expect(quietOf({ n: 30, first: 0, last: 29, longestGap: 1 }, 37)).toMatchObject({ usual: 1 });
  const weekly = { n: 400, first: 0, last: 28, longestGap: 6 };
  expect(quietOf(weekly, 35)).toBeUndefined();
  expect(quietOf(weekly, 36)).toMatchObject({ since: 28 });
});

test('too few, or too short a time, say nothing', () => {
  expect(quietOf({ ...steady, n: 19 }, 60)).toBeUndefined();
  expect(quietOf({ ...steady, first: 20 }, 60)).toBeUndefined();
});
