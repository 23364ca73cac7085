import { medianGapInDays } from '../conditions/median-gap.ts';
import { addDuration, localDate, waitEnd, type Millis } from '../time.ts';
import type { TriggerOn } from './triggers.ts';

/**
 * When a customer is late against their own rhythm: so many times the median gap between the days of their orders
 * after the last one, whole days, not before `atLeast`. Undefined with fewer days with an order than asked for.
 */
export function lateAt(
  orders: readonly { at: Millis }[],
  { times, atLeast, orders: least = 3, at }: TriggerOn<'late'>,
  zone: string,
): Millis | undefined {
  const last = orders.at(-1)?.at;
  const gap = medianGapInDays(orders, zone);
  if (last === undefined || gap === null) return undefined;
  if (new Set(orders.map((order) => localDate(order.at, zone))).size < least) return undefined;
  const end = (length: string) => waitEnd(last, { for: length, at }, zone);
  const own = end(`P${Math.max(1, Math.ceil(gap * times))}D`);
  if (atLeast === undefined || addDuration(last, atLeast, zone) <= last) return own;
  return Math.max(own, end(atLeast));
}
