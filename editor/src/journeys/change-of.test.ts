import { expect, test } from 'vitest';
import { makeFmt } from '../fmt.ts';
import { changeOf } from './change-of.ts';

const fmt = makeFmt('ja', 'Asia/Tokyo');

test.each([
  [[0, 0], '±0'],
  [[3, 5], '+2'],
  [[40, 10], '−30'],
  [[100, 112], '+12%'],
  [[200, 100], '−50%'],
])('%j: %s', (weeks, words) => {
  expect(changeOf([9, 9, ...weeks], fmt)).toBe(words);
});
