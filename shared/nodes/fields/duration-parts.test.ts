import { expect, test } from 'vitest';
import { isoOf, partsOfDuration } from './duration-parts.ts';

test('a duration of one unit comes apart and together again', () => {
  for (const iso of ['PT30M', 'PT36H', 'P14D', 'P2W', 'P1M', 'P0D']) {
    const parts = partsOfDuration(iso);
    expect(parts && isoOf(parts.count, parts.unit)).toBe(iso);
  }
});

test('a month is not a minute; durations of several units stay whole', () => {
  expect(partsOfDuration('P1M')).toEqual({ count: 1, unit: 'months' });
  expect(partsOfDuration('PT1M')).toEqual({ count: 1, unit: 'minutes' });
  expect(partsOfDuration('P1DT2H')).toBeUndefined();
});
