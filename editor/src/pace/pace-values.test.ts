import { LIMITED, perMinute, type Pace } from '@tabiji/shared/sending/pace.ts';
import { expect, test } from 'vitest';
import { paceIn, soundWarmUp, valuesOf } from './pace-values.ts';

const formOf = (pace: Pace) =>
  valuesOf({ pace, limits: LIMITED.map((of) => ({ of, perMinute: perMinute(pace, of), waiting: 0 })) }, '2026-05-11');

test('a form that nobody touched says nothing but the standard', () => {
  expect(paceIn(formOf({ perMinute: {}, warmUp: null }))).toEqual({ perMinute: {}, warmUp: null });
});

test('what is emptied has no limit, what is entered has its own', () => {
  const form = formOf({ perMinute: { gmail: 300 }, warmUp: null });
  expect(paceIn({ ...form, limits: { ...form.limits, docomo: null } })).toEqual({
    perMinute: { docomo: null, gmail: 300 },
    warmUp: null,
  });
});

test('a limit of nothing is no limit that can be kept', () => {
  const form = formOf({ perMinute: {}, warmUp: null });
  expect(paceIn({ ...form, limits: { ...form.limits, au: 0 } })).toBeUndefined();
  expect(paceIn({ ...form, warms: true, warmUp: { from: '', first: 50, target: 5000 } })).toBeUndefined();
  expect(soundWarmUp({ from: '2026-05-11', first: null, target: 5000 })).toBeUndefined();
});
