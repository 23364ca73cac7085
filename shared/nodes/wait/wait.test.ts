import { describe, expect, test } from 'vitest';
import { NO_FACTS } from '../../conditions/facts.ts';
import { endOfWait } from './end.ts';
import { wait, Wait } from './node.ts';

const at = (iso: string) => Date.parse(iso);
const TOKYO = 'Asia/Tokyo';
const HOURS = { from: '09:00', to: '21:00' };

describe('a wait ends', () => {
  const cases: [arrival: string, config: Wait, end: string, why?: string][] = [
    ['2026-11-20T15:00:00+09:00', { for: 'P3D', count: 'business_days' }, '2026-11-26T15:00:00+09:00'],
    ['2026-11-20T15:00:00+09:00', { for: 'P3D', count: 'business_days', at: '10:00' }, '2026-11-26T10:00:00+09:00'],
    ['2026-11-21T15:00:00+09:00', { for: 'P1D', count: 'business_days', at: '10:00' }, '2026-11-24T10:00:00+09:00'],
    ['2026-11-24T09:00:00+09:00', { for: 'P0D', businessDay: true, at: '10:00' }, '2026-11-24T10:00:00+09:00'],
    [
      '2026-11-20T11:00:00+09:00',
      { for: 'P0D', businessDay: true, at: '10:00' },
      '2026-11-24T10:00:00+09:00',
      'business_day',
    ],
    ['2026-11-08T15:00:00+09:00', { for: 'P14D', businessDay: true }, '2026-11-24T15:00:00+09:00', 'business_day'],
    [
      '2026-11-09T15:00:00+09:00',
      { for: 'P1D', on: ['mon', 'thu'], at: '10:00' },
      '2026-11-12T10:00:00+09:00',
      'weekday',
    ],
    ['2026-11-09T09:00:00+09:00', { for: 'P0D', on: ['mon'], at: '10:00' }, '2026-11-09T10:00:00+09:00'],
    ['2026-11-09T10:00:00+09:00', { for: 'P0D', on: ['mon'], at: '10:00' }, '2026-11-16T10:00:00+09:00', 'weekday'],
    ['2026-11-09T22:30:00+09:00', { for: 'PT1H', within: HOURS }, '2026-11-10T09:00:00+09:00', 'window'],
    ['2026-11-09T12:30:00+09:00', { for: 'PT1H', within: HOURS }, '2026-11-09T13:30:00+09:00'],
    // Not on Saturday morning, and on the first business day as early as the window allows.
    [
      '2026-11-20T22:30:00+09:00',
      { for: 'PT1H', businessDay: true, within: HOURS },
      '2026-11-24T09:00:00+09:00',
      'window',
    ],
    [
      '2026-11-21T23:00:00+09:00',
      { for: 'P0D', businessDay: true, within: HOURS },
      '2026-11-24T09:00:00+09:00',
      'business_day',
    ],
    ['2026-12-28T15:00:00+09:00', { for: 'P1D', closed: ['12-29/01-03'] }, '2027-01-04T15:00:00+09:00', 'closed_day'],
  ];
  test.each(cases)('from %s by %j at %s', (arrival, config, end, why) => {
    const found = endOfWait(at(arrival), Wait.parse(config), TOKYO);
    expect(new Date(found.end).toISOString()).toBe(new Date(end).toISOString());
    expect(found.why).toBe(why);
  });
});

test('who comes inside the hours goes on at once; the others sleep and the diary says why', () => {
  const turn = (now: string) => ({
    config: { for: 'P0D', within: HOURS },
    facts: NO_FACTS,
    now: at(now),
    zone: TOKYO,
    occasion: { now: at(now), zone: TOKYO },
    arrival: 1,
    reached: { at: at(now), arrival: 1 },
    enrollment: { id: 1, customer: 2, journey: 3, node: 'n' },
  });
  expect(wait.decide(turn('2026-11-09T12:00:00+09:00'))).toMatchObject({ kind: 'leave', port: 'next' });
  expect(wait.decide(turn('2026-11-09T23:00:00+09:00'))).toMatchObject({
    kind: 'sleep',
    until: at('2026-11-10T09:00:00+09:00'),
    why: 'window',
  });
});

const problems = (config: unknown) => wait.problems!(Wait.parse(config), {}).map(({ path }) => path);

test('what never ends, or says two things, cannot be published', () => {
  expect(problems({ for: 'P0D' })).toEqual(['for']);
  expect(problems({ for: 'P0D', on: ['mon'] })).toEqual([]);
  expect(problems({ for: 'P0D', within: HOURS })).toEqual([]);
  expect(problems({ for: 'P1M', count: 'business_days' })).toEqual(['for']);
  expect(problems({ for: 'P1D', on: ['sat', 'sun'], businessDay: true })).toEqual(['on']);
  expect(problems({ for: 'P1D', closed: ['01-01/12-31'] })).toEqual(['on']);
  expect(problems({ for: 'P1D', on: ['mon'], within: { ...HOURS, days: ['tue'] } })).toEqual(['on']);
  expect(problems({ for: 'P1D', at: '22:00', within: HOURS })).toEqual(['at']);
  expect(problems({ for: 'P1D', at: '01:00', within: { from: '22:00', to: '02:00' } })).toEqual([]);
});

test.each([
  [{ for: 'P14D', at: '18:00' }, '14日後の 18:00 に進む', 'Wait 14 days, until 18:00'],
  [
    { for: 'P3D', count: 'business_days', at: '10:00' },
    '3営業日後の 10:00 に進む',
    'Wait 3 business days, until 10:00',
  ],
  [{ for: 'P14D', businessDay: true }, '14日後に進む（休業日なら翌営業日）', 'Wait 14 days (or the next business day)'],
  [{ for: 'P0D', on: ['thu', 'mon'], at: '10:00' }, '次の月・木の 10:00 に進む', 'Until the next Mon, Thu, 10:00'],
  [{ for: 'P0D', on: ['mon'] }, '次の月曜に進む', 'Until the next Mon'],
  [{ for: 'P0D', within: HOURS }, '09:00〜21:00 の間に進む', 'Until the clock shows 09:00–21:00'],
  [
    { for: 'PT2H', within: HOURS, on: ['mon', 'tue'] },
    '2時間後に進む（月・火だけ、09:00〜21:00 の間）',
    'Wait 2 hours (on Mon, Tue only; within 09:00–21:00)',
  ],
])('%j reads as people say it', (config, ja, en) => {
  const names = { template: () => undefined, segment: () => undefined };
  expect(wait.summary(Wait.parse(config), 'ja', names)).toBe(ja);
  expect(wait.summary(Wait.parse(config), 'en', names)).toBe(en);
});
