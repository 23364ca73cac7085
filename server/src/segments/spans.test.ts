import { TESTS } from '@tabiji/shared/conditions/operators.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import { expect, test } from 'vitest';
import { spansOf, toLocal, windowOf, type Span } from './spans.ts';

const HOUR = 3_600_000;
const covers = (spans: readonly Span[], at: number) => spans.some(([from, to]) => at >= from && at < to);

const STANDS = [
  ['2026-02-28T03:30:00Z', 'Asia/Tokyo'],
  ['2026-03-31T14:59:59.999Z', 'Asia/Tokyo'],
  ['2024-02-29T12:00:00Z', 'UTC'],
  ['2026-11-02T05:30:00Z', 'America/New_York'],
  ['2026-12-01T06:30:00Z', 'America/New_York'],
  ['2026-03-09T06:30:00Z', 'America/New_York'],
  ['2026-04-06T15:15:00Z', 'Australia/Lord_Howe'],
  ['2011-12-31T10:00:00Z', 'Pacific/Apia'],
] as const;
const DURATIONS = ['P1D', 'P1M', 'P1Y', 'P1M1D', 'P1DT3H', 'PT36H'];

test.for(STANDS.flatMap(([now, zone]) => DURATIONS.map((duration) => [now, zone, duration] as const)))(
  'around %s in %s the stretches of %s hold what the operators accept',
  ([text, zone, duration]) => {
    const now = Date.parse(text);
    const today = { now, zone };
    const [within, ago, window] = [
      spansOf('withinLast', duration, today),
      spansOf('moreThanAgo', duration, today),
      windowOf(duration, today),
    ];
    const about = addDuration(now, duration, zone, -1);
    const borders = [...within, ...ago, ...window].flat().flatMap((at) => [at - 1, at, at + 1]);
    const around = Array.from({ length: 8 * 24 }, (_, i) => about + (i - 96) * HOUR);
    for (const at of [...borders.filter((at) => Math.abs(at - about) < 20 * 24 * HOUR), ...around, now, now + 1]) {
      const says = new Date(at).toISOString();
      expect([says, covers(within, at)]).toEqual([says, TESTS.withinLast(at, duration, today)]);
      expect([says, covers(ago, at)]).toEqual([says, TESTS.moreThanAgo(at, duration, today)]);
      expect([says, covers(window, at)]).toEqual([says, addDuration(at, duration, zone) >= now]);
    }
  },
);

test('adding a month does not keep order, so that the stretches have gaps', () => {
  const now = Date.parse('2026-02-28T12:00:00Z');
  expect(spansOf('moreThanAgo', 'P1M', { now, zone: 'UTC' }).length).toBeGreaterThan(2);
});

test('local borders: an hour that comes twice or never', () => {
  const at = (text: string) => Date.parse(`${text}Z`);
  const zone = 'America/New_York';
  const second = Date.parse('2026-11-01T06:30:00Z'); // 01:30 for the second time
  expect(toLocal([[second, second + HOUR]], zone)[0]?.[0]).toBe(at('2026-11-01T02:00'));
  const spring = Date.parse('2026-03-08T07:00:00Z'); // 02:00 does not exist, 03:00 does
  expect(toLocal([[spring, spring + HOUR]], zone)[0]).toEqual([at('2026-03-08T02:00'), at('2026-03-08T04:00')]);
});
