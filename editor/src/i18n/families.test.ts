import { expect, test } from 'vitest';
import * as coreEn from './core/en.ts';
import * as coreJa from './core/ja.ts';
import { texts as en } from './en.ts';
import { CORE, LATER } from './families.ts';
import { texts as ja } from './ja.ts';

test.each([
  ['Japanese', ja, coreJa],
  ['English', en, coreEn],
])('every family of %s is fetched at some time', (_, texts, { rules: _rules, ...core }) => {
  expect(Object.keys(core).toSorted()).toEqual(CORE.toSorted());
  expect([...CORE, ...LATER].toSorted()).toEqual(Object.keys(texts).toSorted());
});
