import { DAY } from '@tabiji/server/demo/calendar.ts';
import { makeHistory } from '@tabiji/server/demo/history.ts';
import { Batch, type Fact } from '@tabiji/shared/api/facts.ts';
import { describe, expect, test } from 'vitest';

const until = Date.parse('2026-04-01T03:00:00Z');
const history = makeHistory({ seed: 7, customers: 1500, until });
const facts = history.map(({ fact }) => fact);

type OrderFact = Extract<Fact, { type: 'order' }>;
const orders = facts.filter((fact): fact is OrderFact => fact.type === 'order');
const gone = new Set(orders.filter(({ status }) => status !== undefined).map(({ id }) => id));
const counted = orders.filter(({ id, kind, refunded }) => !gone.has(id) && kind !== 'sample' && refunded === undefined);
const byCustomer = Object.values(Object.groupBy(counted, ({ customer }) => customer)).map((list) =>
  (list ?? []).map((order) => ({ kind: order.kind, at: Date.parse(order.at ?? '') })),
);
const median = (list: number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

describe('the history of the demo', () => {
  test('is told the same way again, whoever asks', () => {
    expect(makeHistory({ seed: 7, customers: 1500, until })).toEqual(history);
    expect(makeHistory({ seed: 8, customers: 20, until })).not.toEqual(makeHistory({ seed: 7, customers: 20, until }));
  });

  test('consists of facts as the API takes them, in the order of their times, none in the future', () => {
    for (let i = 0; i < facts.length; i += 1000)
      expect(Batch.safeParse({ facts: facts.slice(i, i + 1000) }).error).toBeUndefined();
    expect(history.every(({ at }, i) => at <= until && at >= (history[i - 1]?.at ?? 0))).toBe(true);
  });

  test('never uses an id twice for different events', () => {
    const ids = facts.flatMap((fact) => (fact.type === 'track' ? [fact.id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('writes to nobody real', () => {
    const people = facts.filter((fact) => fact.type === 'identify' && fact.lastName !== undefined);
    const mails = people.flatMap((fact) => (fact.type === 'identify' && fact.email ? [fact.email] : []));
    expect(people).toHaveLength(1500);
    expect(mails.every((mail) => /@example\.(com|jp)$/.test(mail))).toBe(true);
    expect(mails.length / people.length).toBeGreaterThan(0.88);
    expect(mails.length).toBeLessThan(people.length);
  });

  test('brings about 40 % of those who buy once to a second purchase within half a year', () => {
    const old = byCustomer.filter(([first]) => first!.at < until - 180 * DAY);
    const again = old.filter(([first, second]) => second && second.at <= first!.at + 180 * DAY);
    expect(again.length / old.length).toBeGreaterThan(0.35);
    expect(again.length / old.length).toBeLessThan(0.46);
  });

  test('lets about 45 days pass between purchases that nobody delivers by contract', () => {
    const gaps = byCustomer.flatMap((list) =>
      list.slice(1).flatMap(({ at, kind }, i) => (kind === 'contract' ? [] : [(at - list[i]!.at) / DAY])),
    );
    expect(median(gaps)).toBeGreaterThan(36);
    expect(median(gaps)).toBeLessThan(54);
  });

  test('knows what goes wrong in a shop', () => {
    const kinds = new Set(orders.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['normal', 'trial', 'contract', 'sample']));
    for (const status of ['cancelled', 'refunded']) expect(orders.some((order) => order.status === status)).toBe(true);
    const events = new Set(facts.flatMap((fact) => (fact.type === 'track' ? [fact.event] : [])));
    expect([...events].toSorted()).toEqual([
      'contract_ended',
      'contract_started',
      'feel_answered',
      'inquiry_opened',
      'page_viewed',
      'product_run_out',
    ]);
  });
});
