import { expect, test } from 'vitest';
import { atLocal } from '../time.ts';
import { dayFrom } from '../time/day.ts';
import { blackoutOn, outOfBlackout, type Blackout } from './blackout.ts';
import { explainHold } from './explain.ts';

const TOKYO = 'Asia/Tokyo';
const at = (date: string, time = '10:00', zone = TOKYO) => atLocal(date, time, zone);
const yearEnd: Blackout = { days: [{ on: '12-29/01-03', name: '年末年始' }, { on: '2026-08-13' }], holidays: false };

test.each([
  ['2026-12-28', undefined],
  ['2026-12-29', { because: 'closed', name: { ja: '年末年始', en: '年末年始' } }],
  ['2027-01-03', { because: 'closed', name: { ja: '年末年始', en: '年末年始' } }],
  ['2027-01-04', undefined],
  ['2026-08-13', { because: 'closed', name: null }],
  ['2027-08-13', undefined],
  ['2026-11-23', undefined], // a holiday, but those are not wanted here
])('%s', (date, why) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  expect(blackoutOn(dayFrom(year, month, day), yearEnd)).toEqual(why);
});

test('what falls on the year’s end goes at the same time of day on the first open day', () => {
  expect(outOfBlackout(at('2026-12-30', '18:30'), yearEnd, TOKYO)).toBe(at('2027-01-04', '18:30'));
  expect(outOfBlackout(at('2026-12-28', '23:59'), yearEnd, TOKYO)).toBe(at('2026-12-28', '23:59'));
});

test('the day is that of the workspace’s calendar', () => {
  const newYork = 'America/New_York';
  const newYear: Blackout = { days: [{ on: '01-01' }], holidays: false };
  expect(outOfBlackout(at('2027-01-01', '01:00'), newYear, newYork)).toBe(at('2027-01-01', '01:00')); // still December there
  expect(outOfBlackout(at('2027-01-01', '01:00', newYork), newYear, newYork)).toBe(at('2027-01-02', '01:00', newYork));
});

test('a year without an open day is none', () => {
  expect(outOfBlackout(at('2026-03-02'), { days: [{ on: '01-01/12-31' }], holidays: false }, TOKYO)).toBeUndefined();
});

test('a hold says which days were passed over', () => {
  const [since, until] = [at('2026-05-02'), at('2026-05-07')];
  const blackout = { days: { days: [{ on: '2026-05-02' }], holidays: true }, zone: TOKYO };
  const hours = { quietZone: TOKYO, windowZone: TOKYO, blackout };
  const [step] = explainHold({ since, until, why: 'blackout' }, hours, undefined);
  expect(step).toMatchObject({ rule: 'blackout', from: since, to: until });
  expect(step?.skipped?.map(({ date, name }) => [date, name?.ja])).toEqual([
    ['2026-05-02', undefined],
    ['2026-05-03', '憲法記念日'],
    ['2026-05-04', 'みどりの日'],
    ['2026-05-05', 'こどもの日'],
    ['2026-05-06', '振替休日'],
  ]);
});
