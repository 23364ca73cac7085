import { expect, test } from 'vitest';
import { travelLength } from './travel.ts';

test('amounts become durations, full-width digits too', () => {
  expect(travelLength('３', 'days')).toBe('P3D');
  expect(travelLength('2', 'weeks')).toBe('P14D');
  expect(travelLength('6', 'hours')).toBe('PT6H');
});

test.each(['', '0', '-1', '1.5', '366', 'abc'])('%s is no length', (amount) => {
  expect(travelLength(amount, 'days')).toBeUndefined();
});
