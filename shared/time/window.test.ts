import { describe, expect, test } from 'vitest';
import { isInWindow, nextInWindow, outOfQuietHours, type Window } from './window.ts';

const at = (iso: string) => Date.parse(iso);
const day: Window = { from: '09:00', to: '21:00' };
const night: Window = { from: '22:00', to: '02:00' };
const TOKYO = 'Asia/Tokyo';
const NEW_YORK = 'America/New_York';
const LORD_HOWE = 'Australia/Lord_Howe';

describe('windows', () => {
  const cases: [said: string, from: string, window: Window, zone: string, next: string][] = [
    ['inside: at once', '2026-03-02T09:00:00+09:00', day, TOKYO, '2026-03-02T09:00:00+09:00'],
    ['before it opens', '2026-03-02T08:59:59.999+09:00', day, TOKYO, '2026-03-02T09:00:00+09:00'],
    ['it closes at its end', '2026-03-02T21:00:00+09:00', day, TOKYO, '2026-03-03T09:00:00+09:00'],
    ['across midnight, before', '2026-03-02T12:00:00+09:00', night, TOKYO, '2026-03-02T22:00:00+09:00'],
    ['across midnight, behind', '2026-03-03T01:59:00+09:00', night, TOKYO, '2026-03-03T01:59:00+09:00'],
    ['across midnight, closed', '2026-03-03T02:00:00+09:00', night, TOKYO, '2026-03-03T22:00:00+09:00'],
    [
      'the night belongs to the day on which it opens',
      '2026-03-07T02:00:00+09:00', // a Saturday
      { ...night, days: ['sat'] },
      TOKYO,
      '2026-03-07T22:00:00+09:00',
    ],
    [
      'so it is still open on Sunday',
      '2026-03-08T01:00:00+09:00',
      { ...night, days: ['sat'] },
      TOKYO,
      '2026-03-08T01:00:00+09:00',
    ],
    ['weekdays', '2026-03-06T21:30:00+09:00', { ...day, days: ['mon', 'fri'] }, TOKYO, '2026-03-09T09:00:00+09:00'],
    ['until midnight', '2026-03-02T23:59:00+09:00', { from: '09:00', to: '00:00' }, TOKYO, '2026-03-02T23:59:00+09:00'],
    [
      'equal times: around the clock',
      '2026-03-02T08:00:00+09:00',
      { from: '09:00', to: '09:00' },
      TOKYO,
      '2026-03-02T08:00:00+09:00',
    ],
    [
      'opening in the gap: what comes after it',
      '2026-03-08T00:00:00-05:00',
      { from: '02:30', to: '05:00' },
      NEW_YORK,
      '2026-03-08T03:00:00-04:00',
    ],
    [
      'swallowed by the gap: the next day',
      '2026-03-08T00:00:00-05:00',
      { from: '02:00', to: '03:00' },
      NEW_YORK,
      '2026-03-09T02:00:00-04:00',
    ],
    [
      'opening twice: the first',
      '2026-11-01T00:00:00-04:00',
      { from: '01:30', to: '05:00' },
      NEW_YORK,
      '2026-11-01T01:30:00-04:00',
    ],
    [
      'the clock goes back out of the window',
      '2026-11-01T01:10:00-05:00',
      { from: '01:30', to: '05:00' },
      NEW_YORK,
      '2026-11-01T01:30:00-05:00',
    ],
    [
      'half an hour on Lord Howe',
      '2026-10-04T00:00:00+10:30',
      { from: '02:15', to: '09:00' },
      LORD_HOWE,
      '2026-10-04T02:30:00+11:00',
    ],
  ];
  test.each(cases)('%s', (_said, from, window, zone, next) => {
    expect(new Date(nextInWindow(at(from), window, zone)).toISOString()).toBe(new Date(next).toISOString());
    expect(isInWindow(at(next), window, zone)).toBe(true);
  });
});

test('quiet hours end when the window around them opens', () => {
  const quiet = { from: '21:00', to: '08:00' };
  expect(outOfQuietHours(at('2026-03-02T20:59:00+09:00'), quiet, TOKYO)).toBe(at('2026-03-02T20:59:00+09:00'));
  expect(outOfQuietHours(at('2026-03-02T21:00:00+09:00'), quiet, TOKYO)).toBe(at('2026-03-03T08:00:00+09:00'));
  expect(outOfQuietHours(at('2026-03-03T07:59:59+09:00'), quiet, TOKYO)).toBe(at('2026-03-03T08:00:00+09:00'));
  const none = { from: '08:00', to: '08:00' };
  expect(outOfQuietHours(at('2026-03-03T07:00:00+09:00'), none, TOKYO)).toBe(at('2026-03-03T07:00:00+09:00'));
});
