import { expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { NO_FACTS, type Facts } from './facts.ts';
import { nextFlip } from './flip.ts';

const at = (text: string) => Date.parse(text);
const zone = 'Asia/Tokyo';
const once = (text: string) => [{ at: at(text), arrival: 1, properties: { until: '2026-05-10' } }];

/** All instants at which a condition turns, found by going from flip to flip. */
function turns(condition: Condition, facts: Facts, from: string): string[] {
  const found: string[] = [];
  let now: number | undefined = at(from);
  let held = evaluate(condition, facts, { now, zone });
  for (let i = 0; i < 20 && now !== undefined; i++) {
    const next: number | undefined = nextFlip(condition, facts, { now, zone });
    if (next !== undefined && evaluate(condition, facts, { now: next, zone }) !== held) {
      const isLate = evaluate(condition, facts, { now: next - 1, zone }) !== held;
      held = !held;
      found.push(`${held} ${new Date(next).toISOString()}${isLate ? ' or before' : ''}`);
    }
    now = next;
  }
  expect(now).toBeUndefined();
  return found;
}

test('the last purchase grows old once', () => {
  const facts = { ...NO_FACTS, lastOrderAt: at('2026-03-01T10:00:00Z') };
  expect(turns({ orders: 'last', op: 'moreThanAgo', value: 'P90D' }, facts, '2026-03-01T10:00:00Z')).toEqual([
    'true 2026-05-30T10:00:00.000Z',
  ]);
});

test('an event leaves a window of a month once, also at the end of a short month', () => {
  const facts = { ...NO_FACTS, events: { login: once('2026-01-31T01:00:00Z') } };
  const condition: Condition = { event: 'login', op: 'gte', value: 1, since: 'P1M' };
  expect(turns(condition, facts, '2026-01-31T02:00:00Z')).toEqual(['false 2026-02-28T01:00:00.001Z']);
});

test('dates among the properties of events and items turn as well', () => {
  const events = { contract: once('2026-03-01T00:00:00Z') };
  const where = [{ property: 'until', op: 'withinLast' as const, value: 'P7D' }];
  expect(
    turns({ event: 'contract', op: 'gte', value: 1, where }, { ...NO_FACTS, events }, '2026-04-01T00:00:00Z'),
  ).toEqual(['true 2026-05-10T03:00:00.000Z', 'false 2026-05-17T03:00:00.000Z']);
  const orders = [{ at: at('2026-03-01T00:00:00Z'), arrival: 1, amount: 1, items: [{ until: '2026-05-10' }] }];
  expect(
    turns({ orders: 'count', op: 'gte', value: 1, where }, { ...NO_FACTS, orders }, '2026-04-01T00:00:00Z'),
  ).toHaveLength(2);
});

test('a date attribute that lies ahead turns twice', () => {
  const facts = { ...NO_FACTS, attributes: { trialEnd: '2026-05-10' } };
  const condition: Condition = { attribute: 'trialEnd', op: 'withinLast', value: 'P7D' };
  expect(turns(condition, facts, '2026-04-01T00:00:00Z')).toHaveLength(2);
});

test('what time does not touch never turns', () => {
  const facts = { ...NO_FACTS, lastOrderAt: 1, orderCount: 3 };
  expect(turns({ orders: 'count', op: 'gte', value: 2 }, facts, '2026-04-01T00:00:00Z')).toEqual([]);
});
