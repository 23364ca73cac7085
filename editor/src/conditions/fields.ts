import type { Operator, OrdersCondition } from '@tabiji/shared/conditions/condition.ts';
import type { Leaf } from './sentence.ts';

const NUMBERS = ['gte', 'lte', 'eq', 'gt', 'lt', 'ne'] as const satisfies Operator[];
const MOMENTS = ['withinLast', 'moreThanAgo', 'before', 'after', 'exists', 'missing'] as const satisfies Operator[];
const TEXTS = [
  'eq',
  'ne',
  'in',
  'contains',
  'startsWith',
  'gte',
  'lte',
  'gt',
  'lt',
  'before',
  'after',
  'withinLast',
  'moreThanAgo',
  'exists',
  'missing',
] as const satisfies Operator[];
const PROPERTIES = [
  'eq',
  'ne',
  'in',
  'contains',
  'startsWith',
  'gte',
  'lte',
  'exists',
  'missing',
] as const satisfies Operator[];

const RANKS = ['eq', 'ne', 'in', 'exists', 'missing'] as const satisfies Operator[];

export const MEASURES = ['count', 'amount', 'first', 'last', 'interval'] as const satisfies OrdersCondition['orders'][];

/** How the value beside an operator is entered. */
export type ValueKind = 'number' | 'text' | 'list' | 'date' | 'duration' | 'none';

const isMoment = (measure: OrdersCondition['orders']) => measure === 'first' || measure === 'last';

/** The operators that make sense for what is tested. */
export function operatorsFor(leaf: Leaf): readonly Operator[] {
  if ('cpm' in leaf) return RANKS;
  if ('orders' in leaf) return isMoment(leaf.orders) ? MOMENTS : NUMBERS;
  if ('event' in leaf) return NUMBERS;
  return TEXTS;
}

/** Operators of tests on properties of events and items. */
export const PROPERTY_OPERATORS: readonly Operator[] = PROPERTIES;

/** How the value is entered for an operator; `isNumeric` where only numbers can be compared. */
export function valueKind(op: Operator, isNumeric: boolean): ValueKind {
  if (op === 'exists' || op === 'missing') return 'none';
  if (op === 'withinLast' || op === 'moreThanAgo') return 'duration';
  if (op === 'before' || op === 'after') return 'date';
  if (op === 'in') return 'list';
  return isNumeric ? 'number' : 'text';
}

/** Whether only numbers can be the value of a test. */
export const isNumeric = (leaf: Leaf): boolean => 'event' in leaf || ('orders' in leaf && !isMoment(leaf.orders));

/** Whether a test may count only what happened since some moment. */
export const hasSince = (leaf: Leaf): boolean =>
  'event' in leaf || 'message' in leaf || ('orders' in leaf && (!isMoment(leaf.orders) || leaf.since !== undefined));

/** The value a fresh choice of operator starts with. */
export const firstValue = (kind: ValueKind) =>
  ({ number: 1, text: '', list: [], date: '', duration: 'P30D', none: undefined })[kind];

/** A field's name in the menu: `orders:count`, `attribute:city`, `event:login`, `segment`, `message`, `cpm:rank`. */
export function fieldOf(leaf: Leaf): string {
  if ('orders' in leaf) return `orders:${leaf.orders}`;
  if ('attribute' in leaf) return `attribute:${leaf.attribute}`;
  if ('event' in leaf) return `event:${leaf.event}`;
  if ('cpm' in leaf) return `cpm:${leaf.cpm}`;
  return 'segment' in leaf ? 'segment' : 'message';
}

/** The test that stands in a row when a field is chosen. */
export function leafOf(field: string): Leaf {
  const at = field.indexOf(':');
  const [kind, name] = at < 0 ? [field, ''] : [field.slice(0, at), field.slice(at + 1)];
  if (kind === 'attribute') return { attribute: name, op: 'eq', value: '' };
  if (kind === 'event') return { event: name, op: 'gte', value: 1 };
  if (kind === 'segment') return { segment: '', member: true };
  if (kind === 'message') return { message: 'sent' };
  if (kind === 'cpm')
    return name === 'active' ? { cpm: 'active', op: 'eq', value: true } : { cpm: 'rank', op: 'eq', value: '' };
  const orders = MEASURES.find((measure) => measure === name) ?? 'count';
  if (isMoment(orders)) return { orders, op: 'withinLast', value: 'P30D' };
  return { orders, op: 'gte', value: { count: 2, amount: 10_000, interval: 30 }[orders as 'count'] };
}

/** The same test with another operator; the value is kept where it still fits. */
export function withOperator<T extends { op: Operator; value?: unknown }>(test: T, op: Operator, isNumber: boolean): T {
  const [before, after] = [valueKind(test.op, isNumber), valueKind(op, isNumber)];
  return { ...test, op, value: before === after ? test.value : firstValue(after) };
}
