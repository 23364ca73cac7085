import { describe, expect, test } from 'vitest';
import { NO_FACTS, type Facts } from '../../conditions/facts.ts';
import { instantOf } from './instant.ts';
import { waitUntilDate, WaitUntilDate } from './node.ts';

const at = (iso: string) => Date.parse(iso);
const TOKYO = 'Asia/Tokyo';
const ARRIVAL = at('2026-03-02T10:00:00+09:00');
const order = (arrival: number, iso: string) => ({ arrival, at: at(iso), amount: 1, items: [] });
const parcel = (of: number | null, deliveredAt: string | null) => ({
  order: of,
  shippedAt: null,
  deliveredAt: deliveredAt === null ? null : at(deliveredAt),
});
const instant = (config: Record<string, unknown>, facts: Partial<Facts>, { of = 1, zone = TOKYO } = {}) => {
  const found = instantOf(WaitUntilDate.parse({ past: 'go_on', ...config }), { from: ARRIVAL, of }, zone, {
    ...NO_FACTS,
    ...facts,
  });
  return found === undefined ? undefined : new Date(found).toISOString();
};
const orders = [order(1, '2026-03-01T12:00:00Z'), order(5, '2026-03-03T12:00:00Z')];

describe('parcels', () => {
  const date = { date: 'delivered' };
  test('of an order in parts the last one counts', () => {
    const shipments = [parcel(1, '2026-03-04T01:00:00Z'), parcel(1, '2026-03-06T01:00:00Z'), parcel(1, null)];
    expect(instant(date, { orders, shipments })).toBe('2026-03-06T01:00:00.000Z');
  });
  test('those of other orders do not; those of nobody knows which count from the order on, the first of them', () => {
    expect(instant(date, { orders, shipments: [parcel(5, '2026-03-06T01:00:00Z')] })).toBeUndefined();
    const unnamed = [parcel(null, '2026-02-01T01:00:00Z'), parcel(null, '2026-03-05T01:00:00Z')];
    expect(instant(date, { orders, shipments: unnamed })).toBe('2026-03-05T01:00:00.000Z');
  });
  test('without an order that started the journey the latest one counts', () => {
    const shipments = [parcel(1, '2026-03-06T01:00:00Z'), parcel(5, '2026-03-04T01:00:00Z')];
    expect(instant(date, { orders, shipments }, { of: 9 })).toBe('2026-03-06T01:00:00.000Z');
  });
  test('an estimate counts from the order until the day is told', () => {
    const estimate = { ...date, estimate: 'P2D', at: '10:00' };
    expect(instant(estimate, { orders })).toBe('2026-03-03T01:00:00.000Z');
    expect(instant(estimate, {})).toBeUndefined();
  });
});

test('an order means the one that started the journey, else the latest that was there then', () => {
  expect(instant({ date: 'order' }, { orders }, { of: 5 })).toBe('2026-03-03T12:00:00.000Z');
  expect(instant({ date: 'order' }, { orders }, { of: 3 })).toBe('2026-03-01T12:00:00.000Z');
});

describe('attributes', () => {
  const on = (value: string | number, config: Record<string, unknown> = {}, zone = TOKYO) =>
    instant({ date: 'attribute:day', ...config }, { attributes: { day: value } }, { zone });
  test('a date is the day as it is written, an instant the day on which the customer lives then', () => {
    expect(on('2026-04-01')).toBe('2026-04-01T03:00:00.000Z');
    expect(on('2026-04-01', { at: '10:00' }, 'America/New_York')).toBe('2026-04-01T14:00:00.000Z');
    expect(on('2026-04-01T20:00:00Z', { at: '10:00' })).toBe('2026-04-02T01:00:00.000Z');
    expect(on('soon')).toBeUndefined();
    expect(on('2026-02-30')).toBeUndefined();
  });
  test('before and after, also in months', () => {
    expect(on('2026-03-31', { offset: '-P1M', at: '09:00' })).toBe('2026-02-28T00:00:00.000Z');
    expect(on('2026-04-01', { offset: 'PT36H' })).toBe('2026-04-02T15:00:00.000Z');
  });
  test('every year: the first at or after the arrival, across the turn of the year', () => {
    const every = { every: 'year', at: '10:00' };
    expect(on('1990-03-02', every)).toBe('2026-03-02T01:00:00.000Z');
    expect(on('1990-03-01', every)).toBe('2027-03-01T01:00:00.000Z');
    expect(on('1990-01-03', { ...every, offset: '-P7D' })).toBe('2026-12-27T01:00:00.000Z');
    expect(on('1992-02-29', { ...every, offset: '-P1D' })).toBe('2027-02-27T01:00:00.000Z');
    expect(on('12-24', every)).toBe('2026-12-24T01:00:00.000Z');
    expect(on('02-30', every)).toBeUndefined();
  });
  test('the date of next year only where it has passed', () => {
    const next = { past: 'next_year', at: '10:00' };
    expect(on('2027-05-01', next)).toBe('2027-05-01T01:00:00.000Z');
    expect(on('2026-02-01', next)).toBe('2027-02-01T01:00:00.000Z');
  });
});

test('what cannot be meant is named', () => {
  const problems = (config: Record<string, unknown>) =>
    waitUntilDate.problems!(WaitUntilDate.parse({ past: 'go_on', ...config }), {}).map(({ path }) => path);
  expect(problems({ date: 'attribute:?' })).toEqual(['date']);
  expect(problems({ date: 'order', offset: 'PT12H', at: '10:00' })).toEqual(['offset']);
  expect(problems({ date: 'order', estimate: 'P2D' })).toEqual(['estimate']);
  expect(problems({ date: 'shipped', late: '-P2D', past: 'skip' })).toEqual(['late']);
});

test.each([
  [
    { date: 'delivered', offset: 'P3D', at: '10:00' },
    '到着日の3日後の 10:00 に進む',
    'Until 3 days after delivery, 10:00',
  ],
  [{ date: 'last_order' }, '最後の購入日に進む', 'Until the day of the last purchase'],
  [
    { date: 'attribute:birthday', offset: '-P7D', every: 'year' },
    '毎年、「birthday」の日の7日前に進む',
    'Until 7 days before the date in “birthday”, every year',
  ],
])('%j reads as people say it', (config, ja, en) => {
  const names = { template: () => undefined, segment: () => undefined };
  const parsed = WaitUntilDate.parse({ past: 'go_on', ...config });
  expect(waitUntilDate.summary(parsed, 'ja', names)).toBe(ja);
  expect(waitUntilDate.summary(parsed, 'en', names)).toBe(en);
});
