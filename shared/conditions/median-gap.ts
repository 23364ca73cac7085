import { localDate, type Millis } from '../time.ts';

/** Median number of calendar days between consecutive days with an order; null with fewer than two such days. */
export function medianGapInDays(orders: readonly { at: Millis }[], zone: string): number | null {
  const days = [...new Set(orders.map(({ at }) => localDate(at, zone)))].map((date) => Date.parse(date) / 86_400_000);
  const gaps = days
    .slice(1)
    .map((day, i) => day - days[i]!)
    .toSorted((a, b) => a - b);
  if (gaps.length === 0) return null;
  const half = gaps.length >> 1;
  return gaps.length % 2 ? gaps[half]! : (gaps[half - 1]! + gaps[half]!) / 2;
}
