import { isDuration } from '../time.ts';
import type { Condition, Operator, Since } from './condition.ts';
import { isAggregate } from './evaluate.ts';
import { MESSAGE_EVENTS } from './message-events.ts';
import { allNeeds, NO_NEEDS, type Needs } from './facts.ts';

type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** The single tests of a rule tree, in reading order. */
export function leavesOf(condition: Condition): Leaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return [condition];
}

/** What must be loaded to judge the condition. */
export const needsOf = (condition: Condition): Needs => allNeeds(leavesOf(condition).map(leafNeeds));

function leafNeeds(leaf: Leaf): Needs {
  if ('attribute' in leaf) return { ...NO_NEEDS, attributes: true };
  if ('orders' in leaf) return { ...NO_NEEDS, orders: !isAggregate(leaf) };
  if ('event' in leaf) return { ...NO_NEEDS, events: new Set([leaf.event]) };
  if ('segment' in leaf) return { ...NO_NEEDS, segments: true };
  if ('message' in leaf)
    return leaf.message === 'sent'
      ? { ...NO_NEEDS, messages: true }
      : { ...NO_NEEDS, events: new Set([MESSAGE_EVENTS[leaf.message]]) };
  return { ...NO_NEEDS, cpm: true };
}

/** Whether the passing of time alone may change the condition's truth. */
export const turnsWithTime = (condition: Condition): boolean =>
  leavesOf(condition).some(
    (leaf) =>
      ('since' in leaf && typeof leaf.since === 'string' && isDuration(leaf.since)) ||
      ('cpm' in leaf && leaf.cpm === 'active') ||
      ('op' in leaf && isOfAge(leaf)) ||
      ('where' in leaf && leaf.where?.some(isOfAge)),
  );

const isOfAge = ({ op }: { op: Operator }) => op === 'withinLast' || op === 'moreThanAgo';

/** Names of nodes whose leaving the condition counts from. */
export const nodesCountedFrom = (condition: Condition): string[] =>
  leavesOf(condition).flatMap((leaf) => {
    const since: Since | undefined = 'since' in leaf ? leaf.since : undefined;
    return typeof since === 'object' ? [since.node] : [];
  });

/** Keys of the segments that the condition asks about. */
export const segmentsIn = (condition: Condition): string[] =>
  leavesOf(condition).flatMap((leaf) => ('segment' in leaf ? [leaf.segment] : []));

/** Keys and names of the CPM ranks that the condition asks about. */
export const ranksIn = (condition: Condition): string[] =>
  leavesOf(condition).flatMap((leaf) => {
    if (!('cpm' in leaf) || leaf.cpm !== 'rank') return [];
    const values = Array.isArray(leaf.value) ? leaf.value : [leaf.value];
    return values.filter((value) => typeof value === 'string');
  });
