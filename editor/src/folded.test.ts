import { expect, test } from 'vitest';
import { folded, matches } from './folded.ts';

test.each([
  ['マチ', 'まち'],
  ['ＷＡＩＴ', 'wait'],
  ['matsu', 'matu'],
  ['shuuryou', 'syuuryou'],
  ['machi', 'mati'],
  ['jikken', 'zikken'],
])('「%s」 and 「%s」 are searched as the same', (one, other) => expect(folded(one)).toBe(folded(other)));

test('every word must be found, in whichever text', () => {
  expect(matches('メール 二回目', ['メール', '二回目のご案内'])).toBe(true);
  expect(matches('メール 三回目', ['メール', '二回目のご案内'])).toBe(false);
  expect(matches('', [undefined])).toBe(false);
  expect(matches('', ['何でも'])).toBe(true);
});
