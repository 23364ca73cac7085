import { expect, test } from 'vitest';
import { exit, journey, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const record = { startJourneys: false };

test('history starts no journey, but it is remembered', async () => {
  await using world = await createWorld();
  await world.publish(journey({ name: 'first', on: { on: 'first_purchase' } }, exit('first')));
  await world.publish(journey({ name: 'second', on: { on: 'nth_purchase', n: 2 } }, exit('second')));
  await world.tell(world.facts.order(ada, { at: '2025-05-05' }), record);
  expect(await world.exits(ada)).toEqual([]);
  await world.order(ada);
  expect(await world.exits(ada)).toEqual(['second']);
});

test('history moves segments without starting what waits for them', async () => {
  await using world = await createWorld();
  await world.segment('big', { orders: 'amount', op: 'gte', value: 10_000 });
  await world.publish(journey({ on: { on: 'segment', segment: 'big', change: 'entered' } }, exit('big')));
  await world.tell(world.facts.order(ada, { amount: 50_000 }), record);
  expect(await world.members('big')).toEqual(['ada']);
  expect(await world.exits(ada)).toEqual([]);
});

test('history meets the goals of those who are inside', async () => {
  await using world = await createWorld();
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(journey({ on: { on: 'event', event: 'carted' }, settings: { goal } }, wait('P9D')));
  await world.event(ada, 'carted');
  await world.travel('P1D');
  await world.tell(world.facts.order(ada, { at: '2026-03-02T12:00:00+09:00' }), record);
  expect(await world.exits(ada)).toEqual(['goal']);
});
