import type { Order } from '@tabiji/shared/api/facts.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { LockedCustomer } from '../customers/lock.sql.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import type { StoredOrder, Totals } from './orders.sql.ts';

/** An order that was told, with its number in the order of arrival. */
export interface ToldOrder {
  order: Order;
  at: Millis | undefined;
  arrival: number;
  customer: LockedCustomer;
}

/** A purchase that happened: a counted order that was not known before, and which one it was for its customer. */
export interface Purchase {
  customerId: number;
  moment: Moment;
  nth: number;
  amount: number;
}

/** Stores orders and keeps the customers' totals; answers with the purchases that are new, in order of arrival. */
export async function receiveOrders({ received }: Store, here: Here, told: readonly ToldOrder[]): Promise<Purchase[]> {
  if (told.length === 0) return [];
  const known = await received.findOrders([...new Set(told.map(({ order }) => order.id))]);
  const stored = new Map<string, StoredOrder>();
  for (const one of told) {
    const before = stored.get(one.order.id) ?? known.get(one.order.id);
    stored.set(one.order.id, merged(one, before, here.now));
  }
  await received.writeOrders([...stored.values()]);

  const fresh = [...stored.values()].filter(({ externalId }) => !known.has(externalId));
  const changed = new Set(
    [...stored.values()].filter(({ externalId }) => known.has(externalId)).map((o) => o.customerId),
  );
  const customers = new Map(told.map(({ customer }) => [customer.id, customer]));
  const { totals, purchases } = countFresh(fresh, customers);
  const counted = totals.filter(({ customerId }) => !changed.has(customerId));
  await received.writeTotals([...counted, ...(await received.recountTotals([...changed]))]);
  return purchases;
}

function merged(
  { order, at, arrival, customer }: ToldOrder,
  before: StoredOrder | undefined,
  now: Millis,
): StoredOrder {
  const one = {
    id: before?.id ?? arrival,
    customerId: before?.customerId ?? customer.id,
    externalId: order.id,
    at: at ?? before?.at ?? now,
    amount: order.amount,
    refunded: order.refunded ?? before?.refunded ?? 0,
    status: order.status ?? before?.status ?? 'placed',
    kind: order.kind ?? before?.kind ?? 'normal',
    channel: order.channel ?? before?.channel ?? null,
    quantity: order.quantity ?? before?.quantity ?? null,
    items: order.items ?? before?.items ?? [],
  };
  const refunded = one.status === 'refunded' && order.refunded === undefined ? one.amount : one.refunded;
  return { ...one, refunded, counted: isCounted({ ...one, refunded }) };
}

const NEVER_COUNTED = new Set(['sample', 'resend', 'exchange']);

/** Not cancelled, not fully refunded, not a sample, resend or exchange (product.md, CPM). */
export const isCounted = (order: Pick<StoredOrder, 'status' | 'kind' | 'amount' | 'refunded'>): boolean =>
  order.status !== 'cancelled' &&
  !NEVER_COUNTED.has(order.kind) &&
  !(order.refunded >= order.amount && (order.amount > 0 || order.status === 'refunded'));

/** New orders only ever add, so the totals follow from those the locked rows showed. */
function countFresh(fresh: readonly StoredOrder[], customers: ReadonlyMap<number, LockedCustomer>) {
  const totals = new Map<number, Totals>();
  const purchases: Purchase[] = [];
  for (const order of fresh.filter(({ counted }) => counted).toSorted((a, b) => a.id - b.id)) {
    const customer = customers.get(order.customerId);
    if (!customer) throw new Error(`order ${order.externalId} belongs to a customer who is not locked`);
    const before = totals.get(customer.id) ?? {
      customerId: customer.id,
      count: customer.orderCount,
      amount: customer.orderAmount,
      first: customer.firstOrderAt,
      last: customer.lastOrderAt,
    };
    const after = {
      ...before,
      count: before.count + 1,
      amount: before.amount + order.amount - order.refunded,
      first: Math.min(before.first ?? order.at, order.at),
      last: Math.max(before.last ?? order.at, order.at),
    };
    totals.set(customer.id, after);
    const moment = { at: order.at, arrival: order.id };
    purchases.push({ customerId: customer.id, moment, nth: after.count, amount: order.amount - order.refunded });
  }
  return { totals: [...totals.values()], purchases };
}
