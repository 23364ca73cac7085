import { expect, test } from 'vitest';
import { texts as en } from './en.ts';
import { CORE, LATER } from './families.ts';
import { texts as ja } from './ja.ts';

test.each([
  ['Japanese', ja],
  ['English', en],
])('every family of %s is fetched at some time', (_, texts) => {
  expect([...CORE, ...LATER].toSorted()).toEqual(Object.keys(texts).toSorted());
});
