import { expect, test } from 'vitest';
import { numberFrom, plain } from './normalise.ts';

test('full-width input is understood', () => {
  expect(plain(' ９：００ ')).toBe('9:00');
  expect(numberFrom('１４')).toBe(14);
  expect(numberFrom('１，２００')).toBe(1200);
  expect(numberFrom('−3')).toBe(-3);
});

test('what is no number is none', () => {
  expect(numberFrom('')).toBeUndefined();
  expect(numberFrom('14日')).toBeUndefined();
});
