import { expect, test } from 'vitest';
import { checkCondition } from './check.ts';
import type { Condition } from './condition.ts';

const problems = (condition: Condition, inJourney = false) =>
  checkCondition(condition, { inJourney }).map(({ path, kind, message }) => `${kind} ${path}: ${message.en}`);

test.for<[Condition, string]>([
  [
    { orders: 'last', op: 'withinLast', value: '30 days' },
    'value value: Last purchase: "30 days" cannot be the value; give a duration of up to 100 years such as P30D (30 days) or PT2H (2 hours).',
  ],
  [{ orders: 'last', op: 'moreThanAgo', value: '-P1D' }, 'value value: Last purchase: "-P1D" cannot be the value'],
  [{ orders: 'last', op: 'moreThanAgo', value: 'P999Y' }, 'value value: Last purchase: "P999Y" cannot be the value'],
  [{ orders: 'last', op: 'withinLast' }, 'value value: Last purchase: the value is missing'],
  [{ orders: 'last', op: 'gte', value: 3 }, 'value op: Last purchase: gte cannot be used here; use one of before'],
  [{ orders: 'count', op: 'exists' }, 'value op: Number of purchases: exists cannot be used here; use one of eq'],
  [
    { orders: 'count', op: 'gte', value: 'many' },
    'value value: Number of purchases: "many" cannot be the value; give a number.',
  ],
  [{ event: 'login', op: 'gte', value: 'x' }, 'value value: Count of “login”: "x" cannot be the value; give a number.'],
  [
    { attribute: 'points', op: 'gte', value: 'many' },
    'value value: points: "many" cannot be the value; give a number or a date.',
  ],
  [{ attribute: 'plan', op: 'eq' }, 'value value: plan: the value is missing'],
  [{ attribute: 'plan', op: 'eq', value: '' }, 'value value: plan: the value is missing'],
  [{ attribute: 'plan', op: 'in', value: 'gold' }, 'value value: plan: "gold" cannot be the value; give a list'],
  [{ attribute: 'plan', op: 'in', value: [] }, 'value value: plan: [] cannot be the value; give a list'],
  [{ attribute: 'plan', op: 'eq', value: ['a'] }, 'value value: plan: ["a"] cannot be the value; give one text'],
  [
    { attribute: 'since', op: 'before', value: '2026-02-30' },
    'value value: since: "2026-02-30" cannot be the value; give a date',
  ],
  [{ attribute: '', op: 'exists' }, 'value attribute: Choose the attribute to test.'],
  [{ attribute: '__proto__', op: 'exists' }, 'value attribute: “__proto__” cannot be the name of an attribute.'],
  [{ attribute: 'plan', op: 'eq', value: 'a\0' }, 'value value: plan: the value has characters that cannot be stored.'],
  [{ cpm: 'rank', op: 'eq', value: 5 }, 'value value: CPM rank: 5 cannot be the value; give the key or name of a rank'],
  [{ cpm: 'rank', op: 'gte', value: 'loyal' }, 'value op: CPM rank: gte cannot be used here; use one of eq, ne, in'],
  [{ cpm: 'active', op: 'eq', value: 'yes' }, 'value value: Active or lapsed: "yes" cannot be the value; give true'],
  [{ orders: 'count', op: 'gte', value: 1, since: 'entered' }, 'journey since: Counting since entering'],
  [{ event: 'login', op: 'gte', value: 1, since: { node: 'n5' } }, 'journey since: Counting since entering'],
  [{ message: 'sent', node: 'n5' }, 'journey node: A node can be named inside journeys only'],
  [
    { all: [{ not: { event: 'view', op: 'gte', value: 1, where: [{ property: 'price', op: 'lt', value: true }] } }] },
    'value all.0.not.where.0.value: price: true cannot be the value; give a number or a date.',
  ],
])('%j is refused', ([condition, expected]) => {
  const found = problems(condition);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

test.for<Condition>([
  { all: [] },
  { attribute: 'plan', op: 'eq', value: false },
  { attribute: 'plan', op: 'missing' },
  { attribute: 'birthday', op: 'gte', value: '1980-01-01' },
  { orders: 'count', op: 'gte', value: '2' },
  { orders: 'interval', op: 'missing' },
  {
    orders: 'count',
    op: 'gte',
    value: 1,
    since: 'P90D',
    where: [{ property: 'product', op: 'startsWith', value: 'A' }],
  },
  { event: 'login', op: 'in', value: [1, 2] },
  { message: 'sent', template: 'hello' },
  { message: 'opened' },
  { cpm: 'rank', op: 'in', value: ['loyal', '優良客'] },
  { cpm: 'active', op: 'eq', value: false },
])('%j is sound', (condition) => {
  expect(problems(condition)).toEqual([]);
});

test('inside a journey a condition may count from entering and from a node', () => {
  expect(problems({ orders: 'count', op: 'gte', value: 1, since: 'entered' }, true)).toEqual([]);
  expect(problems({ message: 'sent', node: 'n5', since: { node: 'n4' } }, true)).toEqual([]);
});

test('a condition nobody would write is too large', () => {
  let deep: Condition = { attribute: 'plan', op: 'exists' };
  const wide: Condition = { any: Array.from({ length: 101 }, () => deep) };
  for (let i = 0; i < 30; i++) deep = { not: deep };
  expect(problems(deep)[0]).toContain('too large');
  expect(problems(wide)[0]).toContain('too large');
});

test('every problem is told in both languages', () => {
  const [problem] = checkCondition({ orders: 'last', op: 'withinLast', value: '30日' }, { inJourney: false });
  expect(problem?.message.ja).toBe(
    '最終購入：値 "30日" は使えません。P30D（30日）や PT2H（2時間）のような、100年までの期間にしてください。',
  );
});
