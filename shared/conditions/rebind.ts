import type { Condition, Since } from './condition.ts';

/** Kinds of things that rules and configurations mention by their keys. */
export type Mentioned = 'node' | 'template' | 'segment' | 'rank';

/** What becomes of one key that is mentioned. */
export type Rebind = (what: Mentioned, key: string) => string;

/** The same condition with every node, template, segment and rank it mentions passed through `rebind`. */
export function rebindCondition(condition: Condition, rebind: Rebind): Condition {
  const each = (inner: Condition) => rebindCondition(inner, rebind);
  if ('all' in condition) return { all: condition.all.map(each) };
  if ('any' in condition) return { any: condition.any.map(each) };
  if ('not' in condition) return { not: each(condition.not) };
  if ('segment' in condition) return { ...condition, segment: rebind('segment', condition.segment) };
  if ('message' in condition) {
    const { template, node } = condition;
    return {
      ...condition,
      ...(template === undefined ? {} : { template: rebind('template', template) }),
      ...(node === undefined ? {} : { node: rebind('node', node) }),
      ...since(condition, rebind),
    };
  }
  if ('cpm' in condition && condition.cpm === 'rank') return { ...condition, value: ranks(condition.value, rebind) };
  if ('orders' in condition || 'event' in condition) return { ...condition, ...since(condition, rebind) };
  return condition;
}

const since = (condition: { since?: Since | undefined }, rebind: Rebind) =>
  typeof condition.since === 'object' ? { since: { node: rebind('node', condition.since.node) } } : {};

type Value = Extract<Condition, { cpm: string }>['value'];

const ranks = (value: Value, rebind: Rebind): Value => {
  if (typeof value === 'string') return rebind('rank', value);
  return Array.isArray(value) ? value.map((one) => (typeof one === 'string' ? rebind('rank', one) : one)) : value;
};
