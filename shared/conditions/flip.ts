import type { Properties } from '../json.ts';
import { addDuration, isDuration, type Millis } from '../time.ts';
import type { Condition, EventCondition, MessageCondition, OrdersCondition, PropertyTest } from './condition.ts';
import { isAggregate, SLACK } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { MESSAGE_EVENTS } from './message-events.ts';
import type { Today } from './operators.ts';
import { leavesOf } from './parts.ts';
import { instantFrom } from './values.ts';

/**
 * The next instant after `now` at which a condition may change its truth by the passing of time alone; undefined when
 * time changes nothing. It may come too early (then the condition is judged again and planned anew), never too late.
 */
export function nextFlip(condition: Condition, facts: Facts, { now, zone }: Today): Millis | undefined {
  let next = Number.POSITIVE_INFINITY;
  for (const leaf of leavesOf(condition)) {
    const instants =
      'attribute' in leaf
        ? ofAge(instantFrom(facts.attributes[leaf.attribute], zone), leaf, zone)
        : 'orders' in leaf
          ? ofOrders(leaf, facts, { now, zone })
          : 'event' in leaf
            ? ofEvents(leaf, facts, { now, zone })
            : 'message' in leaf
              ? leavingWindow(messagesOf(leaf, facts), leaf, { now, zone })
              : 'cpm' in leaf && leaf.cpm === 'active' && facts.cpm.lapsesAt !== null
                ? [facts.cpm.lapsesAt]
                : [];
    for (const at of instants) if (at > now && at < next) next = at;
  }
  return Number.isFinite(next) ? next : undefined;
}

const messagesOf = ({ message }: MessageCondition, facts: Facts) =>
  message === 'sent' ? facts.messages : (facts.events[MESSAGE_EVENTS[message]] ?? []);

function ofOrders(leaf: OrdersCondition, facts: Facts, today: Today): Millis[] {
  const dates = isAggregate(leaf) ? [facts.firstOrderAt, facts.lastOrderAt] : facts.orders.map(({ at }) => at);
  const isDated = leaf.orders === 'first' || leaf.orders === 'last';
  return [
    ...leavingWindow(facts.orders, leaf, today),
    ...facts.orders.flatMap(({ items }) => items.flatMap((item) => ofProperties(item, leaf.where, today.zone))),
    ...(isDated ? dates.flatMap((at) => ofAge(at ?? undefined, leaf, today.zone)) : []),
  ];
}

function ofEvents(leaf: EventCondition, facts: Facts, today: Today): Millis[] {
  const events = facts.events[leaf.event] ?? [];
  return [
    ...leavingWindow(events, leaf, today),
    ...events.flatMap(({ properties }) => ofProperties(properties, leaf.where, today.zone)),
  ];
}

const ofProperties = (record: Properties, where: readonly PropertyTest[] | undefined, zone: string): Millis[] =>
  (where ?? []).flatMap((test) => ofAge(instantFrom(record[test.property], zone), test, zone));

/** `withinLast` and `moreThanAgo` turn at the instant itself and when the duration is over. */
function ofAge(at: Millis | undefined, { op, value }: Pick<PropertyTest, 'op' | 'value'>, zone: string): Millis[] {
  if (at === undefined || (op !== 'withinLast' && op !== 'moreThanAgo')) return [];
  return typeof value === 'string' && isDuration(value) ? [at, addDuration(at, value, zone)] : [];
}

/** When facts leave a moving window; those that left it long ago are passed over. */
function leavingWindow(
  list: readonly { at: Millis }[],
  { since }: OrdersCondition | EventCondition | MessageCondition,
  { now, zone }: Today,
): Millis[] {
  if (typeof since !== 'string' || !isDuration(since)) return [];
  const longAgo = addDuration(now, since, zone, -1) - SLACK;
  return list.filter(({ at }) => at > longAgo).map(({ at }) => addDuration(at, since, zone) + 1);
}
