import { expect, test } from 'vitest';
import { paceOf, withSample } from './pace.ts';

test('the pace comes from the last seconds', () => {
  const samples = [0, 1, 2, 3].map((s) => ({ at: s * 1000, bytes: s * 100, rows: s * 10 }));
  expect(paceOf(samples, 1000)).toEqual({ rowsPerSecond: 10, leftMs: 7000 });
});

test('one sample tells nothing', () => {
  expect(paceOf([{ at: 0, bytes: 1, rows: 1 }], 10)).toBeUndefined();
});

test('old samples are dropped, a restart begins anew', () => {
  const old = [{ at: 0, bytes: 0, rows: 0 }];
  expect(withSample(old, { at: 60_000, bytes: 5, rows: 1 })).toHaveLength(1);
  expect(withSample([{ at: 10, bytes: 90, rows: 9 }], { at: 20, bytes: 0, rows: 0 })).toHaveLength(1);
});
