import { addDuration, isDuration, localBreaks, type Millis } from '../time.ts';
import type { Condition } from './condition.ts';
import type { Facts } from './facts.ts';
import type { Today } from './operators.ts';
import { leavesOf } from './parts.ts';
import { instantFrom } from './values.ts';

const AN_HOUR = 3_600_000;
const A_DAY = 24 * AN_HOUR;

/**
 * The next instant after `now` at which a condition may change its truth by the passing of time alone; undefined when
 * time changes nothing. It may come too early (then the condition is judged again and planned anew), never too late.
 */
export function nextFlip(condition: Condition, facts: Facts, { now, zone }: Today): Millis | undefined {
  const instants = leavesOf(condition).flatMap((leaf): Millis[] => {
    if ('attribute' in leaf)
      return ofAge(instantFrom(facts.attributes[leaf.attribute], zone), leaf.op, leaf.value, zone);
    if ('orders' in leaf) {
      const since = typeof leaf.since === 'string' && isDuration(leaf.since) ? leaf.since : undefined;
      const windows = since ? leavingWindow(facts.orders, since, { now, zone }) : [];
      const dated = leaf.orders === 'first' || leaf.orders === 'last';
      const dates =
        leaf.where?.length || since ? facts.orders.map(({ at }) => at) : [facts.firstOrderAt, facts.lastOrderAt];
      return [...windows, ...(dated ? dates.flatMap((at) => ofAge(at ?? undefined, leaf.op, leaf.value, zone)) : [])];
    }
    const list = 'event' in leaf ? (facts.events[leaf.event] ?? []) : 'message' in leaf ? facts.messages : [];
    const since = 'since' in leaf && typeof leaf.since === 'string' && isDuration(leaf.since) ? leaf.since : undefined;
    return since ? leavingWindow(list, since, { now, zone }) : [];
  });
  const ahead = instants.filter((at) => at > now);
  return ahead.length === 0 ? undefined : ahead.reduce((a, b) => Math.min(a, b));
}

/** `withinLast` and `moreThanAgo` turn at the instant itself and when the duration is over. */
function ofAge(at: Millis | undefined, op: string, value: unknown, zone: string): Millis[] {
  if (at === undefined || (op !== 'withinLast' && op !== 'moreThanAgo')) return [];
  return typeof value === 'string' && isDuration(value) ? [at, addDuration(at, value, zone)] : [];
}

/**
 * When facts leave a moving window, or come back into it: where months differ in length or clocks change, its beginning
 * does not move evenly. Facts near it are then looked at when the date or the clock changes, those that overstay hourly.
 */
function leavingWindow(list: readonly { at: Millis }[], since: string, { now, zone }: Today): Millis[] {
  const from = addDuration(now, since, zone, -1);
  const behind = /^[^T]*[YM]/.test(since) ? 4 * A_DAY : /^[^T]*[WD]/.test(since) ? 2 * AN_HOUR : 0;
  const near = list.filter(({ at }) => at >= from - behind);
  return near.flatMap(({ at }) => {
    const leaves = addDuration(at, since, zone) + 1;
    if (at >= from && leaves > now) return [leaves];
    const [change = now + A_DAY] = localBreaks(now, now + 2 * A_DAY, zone);
    return [at >= from ? Math.min(change, now + AN_HOUR) : change];
  });
}
