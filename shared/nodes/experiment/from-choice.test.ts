import { expect, test } from 'vitest';
import { factsUntil, fromChoice } from './from-choice.ts';
import { NO_FACTS } from '../../conditions/facts.ts';

test('whatever a goal counts, it counts from the choice on, unless it says since when', () => {
  const bought = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  expect(fromChoice(bought)).toEqual({ ...bought, since: 'entered' });
  expect(fromChoice({ ...bought, since: 'P3D' })).toEqual({ ...bought, since: 'P3D' });
  const visited = { event: 'visited', op: 'gte' as const, value: 1, since: 'always' as const };
  const fan = { attribute: 'stage', op: 'eq' as const, value: 'fan' };
  expect(fromChoice({ any: [{ not: visited }, { all: [fan, { message: 'sent' }] }] })).toEqual({
    any: [{ not: { ...visited, since: 'entered' } }, { all: [fan, { message: 'sent', since: 'entered' }] }],
  });
});

test('what happened after the time is left out', () => {
  const event = (at: number) => ({ at, arrival: at, properties: {} });
  const { events } = factsUntil({ ...NO_FACTS, events: { visited: [event(1), event(5), event(6)] } }, 5);
  expect(events['visited']).toHaveLength(2);
});
