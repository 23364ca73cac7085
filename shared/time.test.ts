import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  addDuration,
  isDuration,
  isWholeDays,
  localBreaks,
  noonOf,
  roughLength,
  waitEnd,
  type Millis,
} from './time.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (ms: Millis) => new Date(ms).toISOString();

test('durations are ISO 8601, without fractions of days and without mixed signs', () => {
  for (const good of ['P14D', 'PT2H', 'P1DT2H30M', 'P0D', 'P1M', 'PT0.5S']) expect(isDuration(good), good).toBe(true);
  for (const bad of ['', '14', 'P', 'P1.5D', 'P1D-T1H', '14 days', 'PT', 'P-1DT+1H', 'null'])
    expect(isDuration(bad), bad).toBe(false);
  expect([isWholeDays('P1M'), isWholeDays('PT24H'), isWholeDays('P1DT1S')]).toEqual([true, false, false]);
  expect(roughLength('P1Y1M1W1DT1H')).toBe((365 + 30 + 7 + 1) * 86_400_000 + 3_600_000);
});

test('a date alone is noon; where noon does not exist, what comes after it', () => {
  expect(iso(noonOf('2026-04-01', 'Asia/Tokyo'))).toBe('2026-04-01T03:00:00.000Z');
  expect(iso(noonOf('2011-12-30', 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z'); // Samoa left that day out
});

test('a month ahead and back stays within the month', () => {
  expect(iso(addDuration(at('2026-01-31T12:00:00Z'), 'P1M', 'UTC'))).toBe('2026-02-28T12:00:00.000Z');
  expect(iso(addDuration(at('2026-03-31T12:00:00Z'), 'P1M', 'UTC', -1))).toBe('2026-02-28T12:00:00.000Z');
});

describe('wait ends', () => {
  const cases: [arrival: string, length: string, time: string | undefined, zone: string, end: string][] = [
    ['2026-03-02T00:00:00+09:00', 'P14D', '18:00', 'Asia/Tokyo', '2026-03-16T18:00:00+09:00'],
    ['2026-03-02T23:59:59+09:00', 'P14D', '18:00', 'Asia/Tokyo', '2026-03-16T18:00:00+09:00'],
    ['2026-03-02T17:59:59+09:00', 'P0D', '18:00', 'Asia/Tokyo', '2026-03-02T18:00:00+09:00'],
    ['2026-03-02T18:00:00+09:00', 'P0D', '18:00', 'Asia/Tokyo', '2026-03-03T18:00:00+09:00'],
    ['2026-03-02T10:00:00+09:00', 'PT8H', '18:00', 'Asia/Tokyo', '2026-03-02T18:00:00+09:00'],
    ['2026-03-02T10:00:01+09:00', 'PT8H', '18:00', 'Asia/Tokyo', '2026-03-03T18:00:00+09:00'],
    ['2026-03-07T12:00:00-05:00', 'P1D', '02:30', 'America/New_York', '2026-03-08T03:00:00-04:00'],
    ['2026-10-31T12:00:00-04:00', 'P1D', '01:30', 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-11-01T01:10:00-05:00', 'P0D', '01:30', 'America/New_York', '2026-11-02T01:30:00-05:00'],
    ['2026-10-03T12:00:00+10:30', 'P1D', '02:15', 'Australia/Lord_Howe', '2026-10-04T02:30:00+11:00'],
    ['2026-03-07T12:00:00-05:00', 'P1D', undefined, 'America/New_York', '2026-03-08T12:00:00-04:00'],
    ['2026-03-07T12:00:00-05:00', 'PT24H', undefined, 'America/New_York', '2026-03-08T13:00:00-04:00'],
    ['2011-12-29T12:00:00-10:00', 'P1D', '18:00', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
  ];
  test.each(cases)('from %s after %s at %s in %s', (arrival, length, time, zone, end) => {
    expect(iso(waitEnd(at(arrival), { for: length, at: time }, zone))).toBe(iso(at(end)));
  });
});

/** The wall clock of a zone, asked of another authority than the code under test: `2026-03-02 18:00`. */
function wallClock(zone: string): (ms: Millis) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (ms) => format.format(ms);
}

const dayAfter = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Instants around the clock changes of a zone, and one far from any. */
function samplesOf(zone: string): Millis[] {
  const from = Temporal.Instant.from('2024-01-01T00:00:00Z').toZonedDateTimeISO(zone);
  const samples = [from.epochMilliseconds];
  for (let change = from.getTimeZoneTransition('next'), n = 0; change && n < 2; n++) {
    const moment = change.epochMilliseconds;
    samples.push(moment - 26 * 3_600_000, moment - 1, moment, moment + 1_799_000);
    change = change.getTimeZoneTransition('next');
  }
  return samples.filter((ms) => ms < Date.UTC(2040, 0));
}

test('in every time zone, around every change of the clocks: at the local time or the first valid instant after it', () => {
  let judged = 0;
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const wall = wallClock(zone);
    for (const arrival of samplesOf(zone))
      for (const time of ['00:15', '02:30', '18:00'])
        for (const days of [0, 1]) {
          const end = waitEnd(arrival, { for: `P${days}D`, at: time }, zone);
          const wanted = `${dayAfter(wall(arrival).slice(0, 10), days)} ${time}`;
          const tomorrow = `${dayAfter(wall(arrival).slice(0, 10), 1)} ${time}`;
          const said = `${iso(arrival)} P${days}D ${time} ${zone} → ${iso(end)}`;
          expect(end >= arrival, said).toBe(true);
          const target = days === 0 && wall(end) >= tomorrow ? tomorrow : wanted;
          const isFirst = wall(end - 3_600_000) !== target && wall(end - 1_800_000) !== target;
          const fillsGap = wall(end) > target && wall(end - 60_000) < target;
          expect(wall(end) === target ? isFirst : fillsGap, `${said}: ${wall(end)}`).toBe(true);
          judged++;
        }
  }
  expect(judged).toBeGreaterThan(5000);
});

test('days and offsets break where a zone’s date or clock changes', () => {
  const breaks = localBreaks(at('2026-03-07T12:00:00-05:00'), at('2026-03-09T12:00:00-04:00'), 'America/New_York');
  expect(breaks.map(iso)).toEqual(['2026-03-08T05:00:00.000Z', '2026-03-08T07:00:00.000Z', '2026-03-09T04:00:00.000Z']);
});
