import type { Order } from '@tabiji/shared/api/facts.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Properties } from '@tabiji/shared/json.ts';
import { localDate, type Millis } from '@tabiji/shared/time.ts';
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

/** An order that counts for the first time, and which one it is for its customer. */
export interface Purchase {
  customerId: number;
  /** When it was placed; as number that of the fact which made it count. */
  moment: Moment;
  nth: number;
  /** The shop's order id. */
  order: string;
  items: readonly Properties[];
}

/** What became of told orders. */
export interface ReceivedOrders {
  /** Purchases that are new, in order of arrival. */
  purchases: Purchase[];
  /** All that were told, as they stand now. */
  orders: readonly StoredOrder[];
}

/**
 * Stores orders and keeps the customers' totals; answers with the purchases that are new, in order of arrival. An order
 * that comes to count later (a cancellation that was none) is a purchase then; one that has counted before is not again.
 */
export async function receiveOrders(
  { received }: Store,
  here: Here,
  told: readonly ToldOrder[],
): Promise<ReceivedOrders> {
  if (told.length === 0) return { purchases: [], orders: [] };
  const known = await received.findOrders([...new Set(told.map(({ order }) => order.id))]);
  const stored = new Map<string, StoredOrder>();
  for (const one of told) {
    const before = stored.get(one.order.id) ?? known.get(one.order.id);
    stored.set(one.order.id, merged(one, before, here.now));
  }
  const orders = [...stored.values()];
  await received.writeOrders(orders);

  const customers = new Map(told.map(({ customer }) => [customer.id, customer]));
  const changed = toldOutOfOrder(orders, customers);
  for (const { externalId, customerId } of orders) if (known.has(externalId)) changed.add(customerId);
  const recounted = await received.recountTotals([...changed]);
  const fresh = countFresh(
    orders.filter(({ customerId }) => !changed.has(customerId)),
    customers,
    here.zone,
  );
  const totals = [...fresh.totals, ...recounted];
  await received.writeTotals(totals);
  for (const sum of totals) keep(customers.get(sum.customerId), sum);
  const countOf = new Map(recounted.map(({ customerId, count }) => [customerId, count]));
  const arrivals = new Map(told.map(({ order, arrival }) => [order.id, arrival]));
  const late = orders.flatMap(({ customerId, externalId, at, counted, items }): Purchase[] => {
    const nth = countOf.get(customerId);
    if (nth === undefined || !counted || known.get(externalId)?.hasCounted) return [];
    return [{ customerId, nth, moment: { at, arrival: arrivals.get(externalId)! }, order: externalId, items }];
  });
  const purchases = [...fresh.purchases, ...late].toSorted((a, b) => a.moment.arrival - b.moment.arrival);
  return { purchases, orders };
}

/** The held row as it stands now, for the orders that follow. */
function keep(customer: LockedCustomer | undefined, { count, days, amount, first, last }: Totals): void {
  if (!customer) return;
  customer.orderCount = count;
  customer.orderDays = days;
  customer.orderAmount = amount;
  customer.firstOrderAt = first;
  customer.lastOrderAt = last;
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
  const counted = isCounted({ ...one, refunded });
  return { ...one, refunded, counted, hasCounted: counted || before?.hasCounted === true };
}

const NEVER_COUNTED = new Set(['sample', 'resend', 'exchange']);

/** Not cancelled, not fully refunded, not a sample, resend or exchange (product.md, CPM). */
export const isCounted = (order: Pick<StoredOrder, 'status' | 'kind' | 'amount' | 'refunded'>): boolean =>
  order.status !== 'cancelled' &&
  !NEVER_COUNTED.has(order.kind) &&
  !(order.refunded >= order.amount && (order.amount > 0 || order.status === 'refunded'));

/** Customers of whom an order is older than one told before: whether its day is a new one must be looked up. */
function toldOutOfOrder(orders: readonly StoredOrder[], customers: ReadonlyMap<number, LockedCustomer>): Set<number> {
  const newest = new Map<number, Millis>();
  const found = new Set<number>();
  for (const { customerId, at } of orders.filter(({ counted }) => counted).toSorted((a, b) => a.id - b.id)) {
    const last = newest.get(customerId) ?? customers.get(customerId)?.lastOrderAt ?? at;
    if (at < last) found.add(customerId);
    newest.set(customerId, Math.max(at, last));
  }
  return found;
}

/** New orders only ever add, so the totals follow from those the locked rows showed. */
function countFresh(fresh: readonly StoredOrder[], customers: ReadonlyMap<number, LockedCustomer>, zone: string) {
  const totals = new Map<number, Totals>();
  const purchases: Purchase[] = [];
  for (const order of fresh.filter(({ counted }) => counted).toSorted((a, b) => a.id - b.id)) {
    const customer = customers.get(order.customerId);
    if (!customer) throw new Error(`order ${order.externalId} belongs to a customer who is not locked`);
    const before = totals.get(customer.id) ?? {
      customerId: customer.id,
      count: customer.orderCount,
      days: customer.orderDays,
      amount: customer.orderAmount,
      first: customer.firstOrderAt,
      last: customer.lastOrderAt,
    };
    const after = {
      ...before,
      count: before.count + 1,
      days: before.days + (isSameDay(before.last, order.at, zone) ? 0 : 1),
      amount: before.amount + order.amount - order.refunded,
      first: Math.min(before.first ?? order.at, order.at),
      last: Math.max(before.last ?? order.at, order.at),
    };
    totals.set(customer.id, after);
    const moment = { at: order.at, arrival: order.id };
    const { externalId, items } = order;
    purchases.push({ customerId: customer.id, moment, nth: after.count, order: externalId, items });
  }
  return { totals: [...totals.values()], purchases };
}

/** No local day is longer than this. */
const LONGEST_DAY = 27 * 3_600_000;

const isSameDay = (last: Millis | null, at: Millis, zone: string): boolean =>
  last !== null && Math.abs(at - last) < LONGEST_DAY && localDate(last, zone) === localDate(at, zone);
