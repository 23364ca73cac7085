import type { Json, Properties } from '../json.ts';
import { medianGapInDays } from './median-gap.ts';
import { isActive, type CpmStanding } from '../cpm/rank.ts';
import { addDuration } from '../time.ts';
import type {
  Condition,
  CpmCondition,
  EventCondition,
  MessageCondition,
  OrdersCondition,
  PropertyTest,
  Since,
} from './condition.ts';
import { isLater, type Facts, type Moment, type OrderFact } from './facts.ts';
import { MESSAGE_EVENTS } from './message-events.ts';
import { TESTS, type Today } from './operators.ts';

/** Against what a condition is judged, besides the customer's facts. */
export interface Occasion extends Today {
  /** The triggering fact; absent outside journeys (segments, filters). */
  entered?: Moment | undefined;
  /** When a node was left; absent for nodes that were never left. */
  leftNode?: ((node: string) => Moment | undefined) | undefined;
}

/** Whether a customer meets a condition now. Pure; the definition that SQL must agree with. */
export function evaluate(condition: Condition, facts: Facts, on: Occasion): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, facts, on));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, facts, on));
  if ('not' in condition) return !evaluate(condition.not, facts, on);
  if ('attribute' in condition)
    return TESTS[condition.op](own(facts.attributes, condition.attribute), condition.value, on);
  if ('orders' in condition) return judgeOrders(condition, facts, on);
  if ('event' in condition) return judgeEvents(condition, facts, on);
  if ('segment' in condition) return facts.segments.has(condition.segment) === condition.member;
  if ('message' in condition) return messagesFound(condition, facts, on) > 0;
  return judgeCpm(condition, facts.cpm, on);
}

const judgeOrders = (condition: OrdersCondition, facts: Facts, on: Occasion): boolean =>
  TESTS[condition.op](ordersFound(condition, facts, on), condition.value, on);

/** What a condition about orders is judged by. */
export function ordersFound(condition: OrdersCondition, facts: Facts, on: Occasion): number | null {
  if (isAggregate(condition)) {
    const known = {
      count: facts.orderCount,
      amount: facts.orderAmount,
      first: facts.firstOrderAt,
      last: facts.lastOrderAt,
    };
    return known[condition.orders as keyof typeof known];
  }
  const orders = counted(facts.orders, condition.since, on).filter(({ items }) =>
    anyItemPasses(items, condition.where, on),
  );
  return measure(condition.orders, orders, on);
}

/** Whether the customer's running totals answer the condition, without a look at single orders. */
export const isAggregate = ({ orders, since, where }: OrdersCondition): boolean =>
  orders !== 'interval' && (since === undefined || since === 'always') && !where?.length;

function measure(what: OrdersCondition['orders'], orders: readonly OrderFact[], { zone }: Today): number | null {
  switch (what) {
    case 'count':
      return orders.length;
    case 'amount':
      return orders.reduce((sum, { amount }) => sum + amount, 0);
    case 'first':
      return orders[0]?.at ?? null;
    case 'last':
      return orders.at(-1)?.at ?? null;
    case 'interval':
      return medianGapInDays(orders, zone);
  }
}

const judgeEvents = (condition: EventCondition, facts: Facts, on: Occasion): boolean =>
  TESTS[condition.op](eventsFound(condition, facts, on), condition.value, on);

/** How many events count for a condition. */
export const eventsFound = ({ event, since, where }: EventCondition, facts: Facts, on: Occasion): number =>
  counted(own(facts.events, event) ?? [], since, on).filter(({ properties }) => passes(properties, where, on)).length;

/** How many mails, or reactions to them, count for a condition; one is enough. */
export function messagesFound(
  { message, template, node, since }: MessageCondition,
  facts: Facts,
  on: Occasion,
): number {
  const fits = (one: { template?: Json | undefined; node?: Json | undefined }) =>
    (template === undefined || one.template === template) && (node === undefined || one.node === node);
  if (message === 'sent') return counted(facts.messages, since, on).filter(fits).length;
  return counted(own(facts.events, MESSAGE_EVENTS[message]) ?? [], since, on).filter(({ properties }) =>
    fits({ template: own(properties, 'template'), node: own(properties, 'node') }),
  ).length;
}

/** A rank answers to its key and to its names in both languages; who never bought has none and is neither active nor lapsed. */
function judgeCpm({ cpm, op, value }: CpmCondition, standing: CpmStanding, { now }: Today): boolean {
  const values = Array.isArray(value) ? value : [value];
  const isAny =
    cpm === 'rank'
      ? values.some((one) => typeof one === 'string' && standing.called.includes(one))
      : values.includes(isActive(standing, now) ?? null);
  if (op === 'exists') return standing.rank !== null;
  if (op === 'missing') return standing.rank === null;
  return op === 'ne' ? !isAny : isAny; // eq, in: checking conditions allows no others
}

/**
 * The facts that `since` lets count. A node that was never left lets none. A fact leaves a window once, right after
 * its own time + the duration: months counted back from now would let some come back at month ends.
 */
function counted<T extends Moment>(list: readonly T[], since: Since | undefined, on: Occasion): readonly T[] {
  if (since === undefined || since === 'always') return list;
  if (typeof since === 'object') {
    const left = on.leftNode?.(since.node);
    return left ? list.filter((fact) => isLater(fact, left)) : [];
  }
  if (since === 'entered') {
    const { entered } = on;
    return entered ? list.filter((fact) => isLater(fact, entered)) : list;
  }
  const about = addDuration(on.now, since, on.zone, -1);
  return list.filter(
    ({ at }) => at >= about + SLACK || (at > about - SLACK && addDuration(at, since, on.zone) >= on.now),
  );
}

/** Month ends and changes of the clock stretch a duration by less than this; beyond it no calendar need be asked. */
export const SLACK = 10 * 86_400_000;

/** Whether one record of properties passes all tests. */
export const passes = (properties: Properties, where: readonly PropertyTest[] | undefined, today: Today): boolean =>
  (where ?? []).every(({ property, op, value }) => TESTS[op](own(properties, property), value, today));

/** Whether one item of an order passes all tests; without tests every order does. */
export const anyItemPasses = (
  items: readonly Properties[],
  where: readonly PropertyTest[] | undefined,
  today: Today,
): boolean => !where?.length || items.some((item) => passes(item, where, today));

/** A record's own value: a name such as `constructor` finds nothing that the record does not say. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
