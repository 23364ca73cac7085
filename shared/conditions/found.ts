import type { Json } from '../json.ts';
import { isActive } from '../cpm/rank.ts';
import type { Condition } from './condition.ts';
import { evaluate, eventsFound, messagesFound, ordersFound, type Occasion } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { leavesOf } from './parts.ts';

/** One test of a condition, with what was found for it. */
export interface Found {
  condition: Condition;
  /** A number, an attribute, an instant in milliseconds, whether a segment has them; null: nothing is known. */
  value: Json;
  met: boolean;
}

/** Every single test of a condition with what it was judged by, in reading order. */
export const foundFor = (condition: Condition, facts: Facts, on: Occasion): Found[] =>
  leavesOf(condition).map((leaf) => ({
    condition: leaf,
    value: valueOf(leaf, facts, on),
    met: evaluate(leaf, facts, on),
  }));

function valueOf(leaf: ReturnType<typeof leavesOf>[number], facts: Facts, on: Occasion): Json {
  if ('attribute' in leaf)
    return Object.hasOwn(facts.attributes, leaf.attribute) ? facts.attributes[leaf.attribute]! : null;
  if ('orders' in leaf) return ordersFound(leaf, facts, on);
  if ('event' in leaf) return eventsFound(leaf, facts, on);
  if ('segment' in leaf) return facts.segments.has(leaf.segment);
  if ('message' in leaf) return messagesFound(leaf, facts, on);
  return leaf.cpm === 'rank' ? facts.cpm.rank : (isActive(facts.cpm, on.now) ?? null);
}
