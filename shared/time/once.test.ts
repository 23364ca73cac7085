import { expect, test } from 'vitest';
import { nextRun } from './cron.ts';
import { CronPattern } from './cron-pattern.ts';
import { isOnce } from './once.ts';

const TOKYO = 'Asia/Tokyo';

test.each([
  ['2026-12-01T10:00', true],
  ['2026-02-30T10:00', false],
  ['2026-12-01T24:00', false],
  ['2026-12-01', false],
  ['2026-12-01T10:00Z', false],
])('%s comes once: %s', (text, is) => {
  expect(isOnce(text)).toBe(is);
  expect(CronPattern.safeParse(text).success).toBe(is);
});

test('a date comes once, on the clock of the zone', () => {
  const at = Date.parse('2026-12-01T10:00:00+09:00');
  expect(nextRun('2026-12-01T10:00', at - 1, TOKYO)).toBe(at);
  expect(nextRun('2026-12-01T10:00', at, TOKYO)).toBeUndefined();
});
