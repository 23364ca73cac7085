import { describe, expect, test } from 'vitest';
import { makeFmt } from './fmt.ts';

const at = '2026-04-01T06:20:00Z';
const ja = makeFmt('ja', 'Asia/Tokyo');
const en = makeFmt('en', 'Asia/Tokyo');

describe('fmt', () => {
  test('writes full dates as each language does', () => {
    expect(ja.full(at)).toBe('2026年4月1日(水) 15:20');
    expect(en.full(at)).toBe('Wed, Apr 1, 2026, 15:20');
  });
  test('leaves the year out of compact dates only within the same year', () => {
    expect(ja.compact(at, '2026-12-01T00:00:00Z')).toBe('4/1(水) 15:20');
    expect(ja.compact(at, '2027-01-01T00:00:00Z')).toBe('2026/4/1(水) 15:20');
    expect(en.compact(at, '2026-12-01T00:00:00Z')).toBe('Wed, Apr 1, 15:20');
  });
  test('midnight is 00:00, in the zone that was asked for', () => {
    expect(ja.time('2026-03-31T15:00:00Z')).toBe('00:00');
    expect(makeFmt('ja', 'UTC').time(at)).toBe('06:20');
  });
  test('money is in the smallest unit, with a half-width yen sign', () => {
    expect(ja.money(12_340)).toBe('¥12,340');
    expect(en.money(12_340)).toBe('¥12,340');
    expect(en.money(1234, 'USD')).toBe('$12.34');
  });
  test('distances say which side of now they are on', () => {
    expect(ja.ago('2026-03-29T06:20:00Z', at)).toBe('3日前');
    expect(en.ago('2026-04-01T08:20:00Z', at)).toBe('in 2 hours');
  });
  test('bytes and durations are short', () => {
    expect(ja.bytes(1_530_000)).toBe('1.5 MB');
    expect(ja.duration(185_000)).toBe('約3分');
    expect(en.duration(40_000)).toBe('about 40 sec');
  });
});
