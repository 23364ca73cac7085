import { expect, test } from 'vitest';
import { isLimited, perDay, perMinute, STANDARD_PACE, warmUpDays } from './pace.ts';

const day = (date: string) => Date.parse(date) / 86_400_000;
const warmUp = { from: '2026-05-11', first: 50, target: 5000 };

test('a new sender doubles each day until its target, and is free then', () => {
  expect(warmUpDays(warmUp).map(({ mails }) => mails)).toEqual([50, 100, 200, 400, 800, 1600, 3200]);
  const pace = { perMinute: {}, warmUp };
  expect(perDay(pace, day('2026-05-10'))).toBe(50);
  expect(perDay(pace, day('2026-05-13'))).toBe(200);
  expect(perDay(pace, day('2026-05-18'))).toBeNull();
  expect(perDay(pace, day('2031-05-18'))).toBeNull();
});

test('carriers have a limit unless it was changed or taken away; nobody else has', () => {
  const today = day('2026-05-11');
  expect(perMinute(STANDARD_PACE, 'docomo')).toBe(120);
  expect(isLimited(STANDARD_PACE, 'gmail', today)).toBe(false);
  expect(isLimited({ perMinute: { docomo: null }, warmUp: null }, 'docomo', today)).toBe(false);
  expect(isLimited({ perMinute: { '*': 600 }, warmUp: null }, 'gmail', today)).toBe(true);
  expect(isLimited({ perMinute: {}, warmUp }, 'gmail', today)).toBe(true);
});
