import { expect, test } from 'vitest';
import { nextRun } from './cron.ts';
import { isCron } from './cron-pattern.ts';

const takes = (pattern: string) => {
  try {
    nextRun(pattern, 0, 'Asia/Tokyo');
    return true;
  } catch {
    return false;
  }
};

const USUAL = [
  '0 10 * * *',
  '30 9 * * 1',
  '0 10 1 * *',
  '*/15 8-18 * * MON-FRI',
  '0 0,12 1,15 jan,jul *',
  '5-55/10 * * * 0',
  '0 9 L * *',
  '0 9 15W * *',
  '0 9 * * 1#1',
  '0 9 * * 5#L',
  ' 0  9 * * 7 ',
];
test.each(USUAL)('%s is a schedule', (pattern) => {
  expect([isCron(pattern), takes(pattern)]).toEqual([true, true]);
});

const WRONG = [
  '',
  '0 10 * *',
  '0 0 10 * * *',
  '60 * * * *',
  '0 24 * * *',
  '0 0 0 * *',
  '0 0 32 * *',
  '0 0 * 13 *',
  '0 0 * * 8',
  '0 0 * * FOO',
  '0 10 ? * *',
  '5-1 * * * *',
  '*/0 * * * *',
  '1,,2 * * * *',
  '@daily',
  'every day',
];
test.each(WRONG)('“%s” is none', (pattern) => {
  expect(isCron(pattern)).toBe(false);
});

const WORDS = '0 1 5 7 12 15 23 31 59 60 * L W MON SUN JAN DEC'.split(' ');
const GLUE = ['', '-', ',', '/', '#'];
const SIMPLE = ['*', '0', '1-5', '*/2'];

test('whatever is taken as a schedule can be run', () => {
  let seed = 7;
  const one = (from: readonly string[]) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return from[Math.floor((seed / 2 ** 31) * from.length)] ?? '';
  };
  const odd = () => `${one(WORDS)}${one(GLUE)}${one(['', ...WORDS])}${one(GLUE)}${one(['', ...WORDS])}`;
  const pattern = () => Array.from({ length: 5 }, () => (one(GLUE) === '' ? odd() : one(SIMPLE))).join(' ');
  const taken = Array.from({ length: 20_000 }, pattern).filter(isCron);
  expect(taken.length).toBeGreaterThan(1000);
  expect(taken.filter((each) => !takes(each))).toEqual([]);
});
