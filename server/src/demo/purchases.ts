import type { Millis } from '@tabiji/shared/time.ts';
import { DAY, HOUR, monthOf, shoppingTime, timeBetween } from './calendar.ts';
import { PRODUCTS, TRIAL, type Product } from './products.ts';
import type { Random } from './random.ts';

/** One order of the demo's history, with what became of it. */
export interface Purchase {
  at: Millis;
  kind: 'normal' | 'trial' | 'contract' | 'sample';
  lines: { product: Product; quantity: number }[];
  cancelledAt?: Millis;
  refund?: { at: Millis; share: number };
}

/** Somebody's purchases, and when a recurring order of theirs began and ended. */
export interface Habit {
  purchases: Purchase[];
  contract?: { from: Millis; until?: Millis };
}

/** How many of those who bought n times buy once more: 4 of 10 after the first purchase, 8 of 10 in the end. */
const AGAIN = [1, 0.41, 0.62, 0.72, 0.78, 0.82];
const SAMPLE_ONLY = 0.04;
const SAMPLE_FIRST = 0.07;
const STARTS_WITH_TRIAL = 0.35;
const BECOMES_CONTRACT = 0.16;
const CONTRACT_GOES_ON = 0.92;

/** Everything somebody buys from the day they come to the shop until `until`. */
export function makeHabit(random: Random, joinedAt: Millis, until: Millis): Habit {
  const sample: Purchase = { at: joinedAt, kind: 'sample', lines: [{ product: TRIAL, quantity: 1 }] };
  if (random.chance(SAMPLE_ONLY)) return { purchases: [sample] };
  const sampled = random.chance(SAMPLE_FIRST);
  const habit: Habit = { purchases: sampled ? [sample] : [] };
  const favourite = random.weighted(PRODUCTS, (product) => product.season[monthOf(joinedAt)]!);
  let at = sampled ? shoppingTime(random, joinedAt + random.between(10, 30) * DAY) : joinedAt;
  for (let bought = 0; at <= until;) {
    const kind = habit.contract && !habit.contract.until ? 'contract' : undefined;
    const purchase = makePurchase(random, { at, bought, kind, favourite });
    habit.purchases.push(purchase);
    if (!purchase.cancelledAt) bought++;
    if (habit.contract && !habit.contract.until) {
      if (!random.chance(CONTRACT_GOES_ON)) habit.contract.until = timeBetween(random, at + 20 * DAY, 9, 20);
      at = timeBetween(random, at + 30 * DAY, 7, 9);
      continue;
    }
    if (!random.chance(AGAIN[bought] ?? AGAIN.at(-1)!)) break;
    const median = purchase.kind === 'trial' ? 21 : 47;
    at = shoppingTime(random, at + Math.max(3, random.lognormal(median, 0.5)) * DAY);
    if (bought > 0 && !habit.contract && random.chance(BECOMES_CONTRACT)) habit.contract = { from: at };
  }
  return habit;
}

interface Choice {
  at: Millis;
  bought: number;
  kind: 'contract' | undefined;
  favourite: Product;
}

function makePurchase(random: Random, { at, bought, kind, favourite }: Choice): Purchase {
  if (bought === 0 && random.chance(STARTS_WITH_TRIAL))
    return { ...mishap(random, at), at, kind: 'trial', lines: [{ product: TRIAL, quantity: 1 }] };
  const main = { product: favourite, quantity: random.chance(0.18) ? random.between(2, 3) : 1 };
  const other = random.weighted(PRODUCTS, (product) => (product === favourite ? 0 : product.season[monthOf(at)]!));
  const more = bought > 0 && kind === undefined && random.chance(0.32) ? [{ product: other, quantity: 1 }] : [];
  return { ...mishap(random, at), at, kind: kind ?? 'normal', lines: [main, ...more] };
}

/** A few orders are called off before they leave, a few are paid back afterwards. */
function mishap(random: Random, at: Millis): Pick<Purchase, 'cancelledAt' | 'refund'> {
  const luck = random.next();
  if (luck < 0.02) return { cancelledAt: at + random.between(1, 9) * HOUR };
  if (luck > 0.035) return {};
  return { refund: { at: timeBetween(random, at + random.between(6, 12) * DAY, 9, 18), share: luck < 0.03 ? 1 : 0.5 } };
}

/** What an order comes to, in yen. */
export const amountOf = ({ kind, lines }: Purchase): number =>
  kind === 'sample' ? 0 : lines.reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);
