import type { Fact, Order } from '@tabiji/shared/api/facts.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { DAY, HOUR, iso, timeBetween } from './calendar.ts';
import type { Person } from './person.ts';
import { amountOf, type Purchase } from './purchases.ts';
import type { Random } from './random.ts';

/** A fact, and when the shop learns of it. */
export interface Happening {
  at: Millis;
  fact: Fact;
}

/** Everything the shop's systems tell about somebody's nth purchase: visits, order, parcel, and what came afterwards. */
export function tellPurchase(
  random: Random,
  { person, purchase, n, until }: { person: Person; purchase: Purchase; n: number; until: Millis },
): Happening[] {
  const { customer } = person.identity;
  const id = `${customer}-${String(n).padStart(2, '0')}`;
  const order = orderOf(random, person, purchase, id);
  const placed = { at: purchase.at, fact: { type: 'order', ...order } } as const;
  const visits =
    person.byTelephone || purchase.kind === 'contract' ? [] : viewsBefore(random, purchase, { customer, id });
  if (purchase.cancelledAt !== undefined) {
    const fact = { type: 'order', ...order, status: 'cancelled' } as const;
    return [...visits, placed, { at: purchase.cancelledAt, fact }];
  }
  const shippedAt = timeBetween(random, purchase.at + DAY, 10, 16);
  const deliveredAt = timeBetween(random, shippedAt + DAY, 9, 20);
  const parcel = { type: 'shipment', id: `S-${id}`, customer, order: order.id, shippedAt: iso(shippedAt) } as const;
  const arrived = { at: deliveredAt, fact: { ...parcel, deliveredAt: iso(deliveredAt) } };
  return [
    ...visits,
    placed,
    deliveredAt <= until ? arrived : { at: shippedAt, fact: parcel },
    ...repaid(purchase, order),
    ...afterDelivery(random, purchase, { customer, id, deliveredAt, n }),
  ];
}

function orderOf(random: Random, { identity, byTelephone }: Person, purchase: Purchase, id: string): Order {
  const items = purchase.lines.map(({ product, quantity }): Properties => {
    const price = purchase.kind === 'sample' ? 0 : product.price;
    return { product: product.id, name: product.name, category: product.category, quantity, price };
  });
  return {
    id: `R-${id}`,
    customer: identity.customer,
    at: iso(purchase.at),
    amount: amountOf(purchase),
    quantity: purchase.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    kind: purchase.kind,
    channel: byTelephone ? '電話' : random.chance(0.12) ? 'モール' : '自社サイト',
    items,
  };
}

function repaid({ refund }: Purchase, order: Order): Happening[] {
  if (!refund) return [];
  const refunded = Math.round(order.amount * refund.share);
  const status = refund.share === 1 ? ({ status: 'refunded' } as const) : {};
  return [{ at: refund.at, fact: { type: 'order', ...order, refunded, ...status } }];
}

interface Told {
  customer: string;
  id: string;
}

const event = (at: Millis, id: string, customer: string, name: string, properties: Properties): Happening => ({
  at,
  fact: { type: 'track', id, customer, event: name, at: iso(at), properties },
});

function viewsBefore(random: Random, { at, lines }: Purchase, { customer, id }: Told): Happening[] {
  const views = random.weighted([0, 1, 2], (count) => [5, 4, 2][count]!);
  return Array.from({ length: views }, (_, i) => {
    const { product } = random.pick(lines);
    const before = (i === 0 ? random.between(2, 40) / 60 : random.between(5, 60)) * HOUR;
    const page = `/products/${product.id}`;
    const properties = { page, product: product.id, device: random.chance(0.7) ? 'スマートフォン' : 'パソコン' };
    return event(Math.round(at - before), `view-${id}-${i}`, customer, 'page_viewed', properties);
  });
}

const TOPICS = ['使い方', 'お届け', '定期の変更', '肌に合わない', 'その他'];
const ANSWERS = ['あり', 'まだ', '忘れた'];

function afterDelivery(
  random: Random,
  { kind, lines }: Purchase,
  { customer, id, deliveredAt, n }: Told & { deliveredAt: Millis; n: number },
): Happening[] {
  const told: Happening[] = [];
  const main = lines[0]!;
  if (random.chance(0.04)) {
    const properties = { topic: random.weighted(TOPICS, (_, i) => 5 - i), by: random.chance(0.6) ? 'メール' : '電話' };
    const at = timeBetween(random, deliveredAt + random.between(1, 10) * DAY, 9, 18);
    told.push(event(at, `inquiry-${id}`, customer, 'inquiry_opened', properties));
  }
  if (n <= 2 && random.chance(0.22)) {
    const answer = random.weighted(ANSWERS, (_, i) => [6, 3, 1][i]!);
    const at = timeBetween(random, deliveredAt + random.between(7, 16) * DAY, 18, 23);
    told.push(event(at, `feel-${id}`, customer, 'feel_answered', { answer, product: main.product.id }));
  }
  if (kind !== 'sample' && kind !== 'contract') {
    const at = timeBetween(random, deliveredAt + main.product.lasts * main.quantity * DAY, 9, 10);
    const properties = { product: main.product.id, name: main.product.name };
    told.push(event(at, `run-out-${id}`, customer, 'product_run_out', properties));
  }
  return told;
}
