import { expect, test } from 'vitest';
import { DURATION_UNITS, isoOf, lengthOf } from './durations.ts';

test.each(DURATION_UNITS)('%s go to ISO 8601 and back', (unit) => {
  expect(lengthOf(isoOf({ amount: 14, unit }))).toEqual({ amount: 14, unit });
});

test('minutes are not months', () => {
  expect(lengthOf('PT5M')?.unit).toBe('minutes');
  expect(lengthOf('P5M')?.unit).toBe('months');
});

test('mixed durations are left alone', () => {
  expect(lengthOf('P1DT2H')).toBeUndefined();
});
