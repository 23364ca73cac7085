import type { Condition } from '../../conditions/condition.ts';
import type { Facts, Moment } from '../../conditions/facts.ts';

/** The same goal, counted from the choice on: what was so before shows nothing about a way. */
export function fromChoice(goal: Condition): Condition {
  if ('all' in goal) return { all: goal.all.map(fromChoice) };
  if ('any' in goal) return { any: goal.any.map(fromChoice) };
  if ('not' in goal) return { not: fromChoice(goal.not) };
  const counts = 'orders' in goal || 'event' in goal || 'message' in goal;
  return counts && (goal.since === undefined || goal.since === 'always') ? { ...goal, since: 'entered' } : goal;
}

/** What had happened up to an instant. */
export function factsUntil(facts: Facts, end: number): Facts {
  const before = <T extends Pick<Moment, 'at'>>(list: readonly T[]) => list.filter(({ at }) => at <= end);
  return {
    ...facts,
    orders: before(facts.orders),
    messages: before(facts.messages),
    events: Object.fromEntries(Object.entries(facts.events).map(([name, list]) => [name, before(list)])),
  };
}
