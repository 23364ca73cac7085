import { LIMITED, perMinute, type Pace } from '@tabiji/shared/sending/pace.ts';
import { expect, test } from 'vitest';
import { isWrongLimit, isWrongNumber, paceIn, soundWarmUp, valuesOf, withLimit } from './pace-values.ts';

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

test.each([
  ['letters', undefined, 'abc', true],
  ['a fraction', 1.5, '1.5', true],
  ['more than can be', 100_001, '100001', true],
  ['nothing', undefined, '', false],
  ['a number', 300, '３００', false],
])('%s in the field of a limit', (_, most, text, wrong) => {
  const form = withLimit(formOf({ perMinute: {}, warmUp: null }), 'gmail', { most, text });
  expect(isWrongLimit(form, 'gmail')).toBe(wrong);
  expect(paceIn(form) === undefined).toBe(wrong);
});

test('what is mended can be kept again', () => {
  const wrong = withLimit(formOf({ perMinute: {}, warmUp: null }), 'gmail', { most: undefined, text: 'many' });
  const mended = withLimit(wrong, 'gmail', { most: 200, text: '200' });
  expect(paceIn(mended)?.perMinute).toEqual({ gmail: 200 });
});

test('a warm-up has whole numbers', () => {
  const form = formOf({ perMinute: {}, warmUp: null });
  const first = (value: number | null) => isWrongNumber({ ...form, warmUp: { ...form.warmUp, first: value } }, 'first');
  expect([first(50), first(null), first(0), first(2.5)]).toEqual([false, true, true, true]);
});
