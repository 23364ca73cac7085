import { expect, test } from 'vitest';
import { exit, journey, wait } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const reasons = async (passages: Promise<{ journey: string }[]>) => (await passages).map(({ journey }) => journey);

test('an event starts a journey only with the properties it asks for', async () => {
  await using world = await createWorld();
  const where = [
    { property: 'plan', op: 'eq' as const, value: 'trial' },
    { property: 'seats', op: 'gte' as const, value: 3 },
  ];
  await world.publish(journey({ on: { on: 'event', event: 'contracted', where } }, exit('seen')));
  await world.event(ada, 'contracted', { plan: 'trial', seats: 5 });
  await world.event(ben, 'contracted', { plan: 'trial', seats: 2 });
  await world.event(ben, 'contracted', { plan: 'full', seats: 5 });
  await world.event(ben, 'contracted');
  await world.event(ben, 'visited', { plan: 'trial', seats: 5 });
  expect(await world.exits(ada)).toEqual(['seen']);
  expect(await world.exits(ben)).toEqual([]);
});

test('the third purchase starts what waits for the third, wherever it stands in a batch', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'nth_purchase', n: 3 } }, exit('third')));
  await world.order(ada);
  await world.order(ada);
  expect(await world.exits(ada)).toEqual([]);
  await world.tell([...world.facts.order(ada), ...world.facts.order(ada)]);
  expect(await world.exits(ada)).toEqual(['third']);
  await world.tell([1, 2, 3, 4].flatMap(() => world.facts.order(ben)));
  expect(await world.exits(ben)).toEqual(['third']);
});

test('the first purchase starts a journey once, however many journeys ask for it', async () => {
  await using world = await createWorld();
  await world.publish(journey({ name: 'a', on: { on: 'first_purchase' } }, exit('a')));
  await world.publish(journey({ name: 'b', on: [{ on: 'first_purchase' }, { on: 'nth_purchase', n: 1 }] }, exit('b')));
  await world.order(ada);
  await world.order(ada);
  expect((await reasons(world.passages(ada))).toSorted()).toEqual(['a', 'b']);
});

test('a filter keeps out whom it does not fit, judged as things were when the order came', async () => {
  await using world = await createWorld();
  const filter = { orders: 'amount' as const, op: 'lt' as const, value: 10_000 };
  await world.publish(journey({ on: { on: 'first_purchase' }, filter }, exit('small')));
  await world.order(ada, { amount: 9999 });
  await world.order(ben, { amount: 10_000 });
  await world.tell([...world.facts.order(chie, { amount: 5000 }), ...world.facts.order(chie, { amount: 8000 })]);
  expect(await world.exits(ada)).toEqual(['small']);
  expect(await world.exits(ben)).toEqual([]);
  expect(await world.exits(chie)).toEqual(['small']); // with 5,000 at that moment
});

test('a filter by attribute sees what was told in the same breath', async () => {
  await using world = await createWorld();
  const filter = { attribute: 'rank', op: 'eq' as const, value: 'gold' };
  await world.publish(journey({ on: { on: 'event', event: 'visited' }, filter }, exit('gold')));
  await world.tell([
    ...world.facts.identify(ada, { attributes: { rank: 'gold' } }),
    ...world.facts.event(ada, 'visited'),
  ]);
  await world.event(ben, 'visited');
  expect(await world.exits(ada)).toEqual(['gold']);
  expect(await world.exits(ben)).toEqual([]);
});

test('people are let in by hand where the journey allows it; who is refused hears why', async () => {
  await using world = await createWorld();
  const filter = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  const byHand = await world.publish(journey({ on: { on: 'manual' }, filter }, wait('P1D')));
  await world.order(ada);
  await world.identify(ben);
  const result = await byHand.enroll(ada, ben, chie);
  expect(result.enrolled).toBe(1);
  expect(result.refused.map(({ customer }) => customer).toSorted()).toEqual(['ben', 'chie']);
  expect(await world.standing(ada)).toMatchObject({ node: 'wait1' });
  expect((await byHand.enroll(ada)).refused).toHaveLength(1);

  const other = await world.publish(journey({ on: { on: 'first_purchase' } }, exit('x')));
  await expect(other.enroll(ada)).rejects.toMatchObject({ code: 'refused' });
});
