import { expect, test } from 'vitest';
import { cutAt, visibleLength } from './visible-length.ts';

test.each([
  ['', 0],
  ['あいう', 3],
  ['abc', 1.5],
  ['ｱｲｳ', 1.5],
  ['𠮷野家', 3],
  ['👨‍👩‍👧様', 2],
])('%s is %d wide', (text, length) => {
  expect(visibleLength(text)).toBe(length);
});

test('a subject is cut between characters, never within one', () => {
  expect(cutAt('あいうえお', 3)).toEqual(['あいう', 'えお']);
  expect(cutAt('𠮷𠮷𠮷', 2)).toEqual(['𠮷𠮷', '𠮷']);
  expect(cutAt('abc', 18)).toEqual(['abc', '']);
});
