import { expect, test } from 'vitest';
import type { Json } from '../json.ts';
import { OPERATORS, type Condition, type Operator, type Since } from './condition.ts';
import { evaluate, type Occasion } from './evaluate.ts';
import { NO_FACTS, type Facts } from './facts.ts';

const at = (iso: string) => Date.parse(iso);
const now = at('2026-03-10T12:00:00+09:00');
const on: Occasion = { now, zone: 'Asia/Tokyo' };

type Row = [left: Json | undefined, right: Json | undefined, met: boolean];
const ROWS: Record<Operator, Row[]> = {
  eq: [
    ['a', 'a', true],
    ['a', 'b', false],
    [1, '1', true],
    ['1', 1, true],
    [true, true, true],
    [['x', 'y'], 'y', true],
    [undefined, 'a', false],
    ['', 0, false],
  ],
  ne: [
    ['a', 'b', true],
    ['a', 'a', false],
    [undefined, 'a', true],
    [['x', 'y'], 'y', false],
  ],
  in: [
    ['a', ['a', 'b'], true],
    ['c', ['a', 'b'], false],
    [3, ['3'], true],
    ['a', 'a', false],
  ],
  gt: [
    [2, 1, true],
    [1, 1, false],
    ['10', '9', true],
    [undefined, 1, false],
    ['b', 'a', true],
  ],
  gte: [
    [1, 1, true],
    [0, 1, false],
    [null, 0, false],
  ],
  lt: [
    [0, 1, true],
    [1, 1, false],
    [undefined, 1, false],
    ['', 1, false],
  ],
  lte: [
    [1, 1, true],
    [2, 1, false],
  ],
  contains: [
    ['東京都', '京', true],
    ['東京都', '大阪', false],
    [['a', 'b'], 'b', true],
    ['x', '', false],
    [undefined, 'x', false],
  ],
  startsWith: [
    ['090-1', '090', true],
    ['x090', '090', false],
    ['x', '', false],
  ],
  exists: [
    [0, undefined, true],
    [false, undefined, true],
    ['', undefined, false],
    [null, undefined, false],
    [undefined, undefined, false],
  ],
  missing: [
    [undefined, undefined, true],
    ['', undefined, true],
    [0, undefined, false],
  ],
  before: [
    ['2026-03-09', '2026-03-10', true],
    ['2026-03-10', '2026-03-10', false],
    ['2026-02-30', '2026-03-10', false],
    ['soon', '2026-03-10', false],
  ],
  after: [
    ['2026-03-10T13:00:00+09:00', '2026-03-10', true],
    ['2026-03-10T11:00:00+09:00', '2026-03-10', false],
  ],
  withinLast: [
    ['2026-03-10T12:00:00+09:00', 'P1D', true],
    ['2026-03-09T12:00:00+09:00', 'P1D', false],
    ['2026-03-09T12:00:00.001+09:00', 'P1D', true],
    ['2026-03-11', 'P7D', false],
    [undefined, 'P7D', false],
  ],
  moreThanAgo: [
    ['2026-03-09T12:00:00+09:00', 'P1D', true],
    ['2026-03-09T12:00:00.001+09:00', 'P1D', false],
    [undefined, 'P1D', false],
  ],
};

test.each(OPERATORS)('%s means what its table says', (op) => {
  for (const [left, right, met] of ROWS[op]) {
    const facts: Facts = { ...NO_FACTS, attributes: left === undefined ? {} : { x: left } };
    const condition = { attribute: 'x', op, ...(right === undefined ? {} : { value: right }) };
    expect(evaluate(condition, facts, on), `${JSON.stringify(left)} ${op} ${JSON.stringify(right)}`).toBe(met);
  }
});

const order = (day: string, arrival: number, amount: number, items: Facts['orders'][number]['items'] = []) => ({
  at: at(`${day}T12:00:00+09:00`),
  arrival,
  amount,
  items,
});
const bought: Facts = {
  ...NO_FACTS,
  orderCount: 4,
  orderAmount: 10_000,
  firstOrderAt: at('2026-01-01T12:00:00+09:00'),
  lastOrderAt: at('2026-03-05T12:00:00+09:00'),
  orders: [
    order('2026-01-01', 1, 1000, [{ product: 'soap' }]),
    order('2026-01-11', 2, 2000, [{ product: 'oil' }, { product: 'soap' }]),
    order('2026-03-05', 5, 3000),
    order('2026-03-05', 6, 4000),
  ],
  events: { visited: [{ at: at('2026-03-05T12:00:00+09:00'), arrival: 7, properties: { shop: 'Kyoto' } }] },
  segments: new Set(['vip']),
  messages: [{ at: at('2026-03-06T00:00:00Z'), arrival: 1, template: 'hello', node: 'm1' }],
};
const orders = (measure: 'count' | 'amount' | 'interval', value: number, more: object = {}): Condition => ({
  orders: measure,
  op: 'eq',
  value,
  ...more,
});
const met = (condition: Condition, occasion: Partial<Occasion> = {}) =>
  evaluate(condition, bought, { ...on, ...occasion });

test('orders are counted from where the condition says', () => {
  expect(met(orders('count', 4))).toBe(true);
  expect(met(orders('amount', 10_000, { since: 'always' }))).toBe(true);
  expect(met(orders('count', 2, { since: 'P7D' }))).toBe(true);
  expect(met(orders('count', 2, { since: 'P5D' }))).toBe(true); // to the minute five days ago still counts
  expect(met(orders('count', 0, { since: 'P4D' }))).toBe(true);
});

test('since entering: later by time, then by arrival; the triggering order itself never', () => {
  const entered = { at: at('2026-03-05T12:00:00+09:00'), arrival: 5 };
  expect(met(orders('count', 1, { since: 'entered' }), { entered })).toBe(true);
  expect(met(orders('amount', 4000, { since: 'entered' }), { entered })).toBe(true);
  expect(met(orders('count', 4, { since: 'entered' }))).toBe(true); // outside journeys there is no entering
});

test('since a node was left; who never left it has nothing since then', () => {
  const since: Since = { node: 'm1' };
  const leftNode = () => ({ at: at('2026-02-01T00:00:00Z'), arrival: 3 });
  expect(met(orders('count', 2, { since }), { leftNode })).toBe(true);
  expect(met(orders('count', 0, { since }))).toBe(true);
});

test('orders by what was in them, events by their properties', () => {
  expect(met(orders('count', 2, { where: [{ property: 'product', op: 'eq', value: 'soap' }] }))).toBe(true);
  expect(met({ event: 'visited', op: 'gte', value: 1, where: [{ property: 'shop', op: 'eq', value: 'Kyoto' }] })).toBe(
    true,
  );
  expect(met({ event: 'visited', op: 'gte', value: 1, where: [{ property: 'shop', op: 'eq', value: 'Nara' }] })).toBe(
    false,
  );
  expect(met({ event: 'never', op: 'eq', value: 0 })).toBe(true);
});

test('the interval is the median of days between days with an order', () => {
  expect(met(orders('interval', (10 + 53) / 2))).toBe(true);
  expect(evaluate({ orders: 'interval', op: 'gte', value: 0 }, NO_FACTS, on)).toBe(false);
});

test('segments, messages, and words between conditions', () => {
  expect(met({ segment: 'vip', member: true })).toBe(true);
  expect(met({ segment: 'vip', member: false })).toBe(false);
  expect(met({ segment: 'gone', member: false })).toBe(true);
  expect(met({ message: 'sent', template: 'hello' })).toBe(true);
  expect(met({ message: 'sent', node: 'm2' })).toBe(false);
  expect(met({ all: [] })).toBe(true);
  expect(met({ any: [] })).toBe(false);
  expect(met({ not: { any: [{ segment: 'gone', member: true }, { not: { segment: 'vip', member: true } }] } })).toBe(
    true,
  );
});
