import { expect, test } from 'vitest';
import { textOf, valueFrom } from './typed-value.ts';

test.each([
  ['12', 12],
  ['１２', 12],
  ['0120', '0120'],
  ['true', true],
  [' 東京 ', '東京'],
  ['', ''],
  ['1e3', '1e3'],
])('%s is understood', (text, value) => {
  expect(valueFrom(text)).toBe(value);
});

test('values that are no text show nothing', () => {
  expect(textOf(null)).toBe('');
  expect(textOf({ a: 1 })).toBe('');
  expect(textOf(false)).toBe('false');
});
