import { expect, test } from 'vitest';
import { isTyped, mustType } from './typed-name.ts';

test.each([
  ['初回購入フォロー', '初回購入フォロー', true],
  [' Ｗｅｌｃｏｍｅ ', 'welcome', true],
  ['', '初回購入フォロー', false],
  ['初回購入', '初回購入フォロー', false],
])('%j for %j: %s', (typed, name, is) => expect(isTyped(typed, name)).toBe(is));

test('a thousand people may still leave by one press', () => {
  expect(mustType(1000)).toBe(false);
  expect(mustType(1001)).toBe(true);
});
