import { expect, test } from 'vitest';
import { resumeWork } from '@tabiji/server/jobs/resume-work.ts';
import { journey, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const first = (reentry: 'once' | 'always') =>
  journey({ on: { on: 'first_purchase' }, settings: { reentry } }, wait('P30D'));

test('an order that comes to count later is a purchase then, and only once', async () => {
  await using world = await createWorld();
  await world.publish(first('always'));
  await world.publish(journey({ on: { on: 'nth_purchase', n: 2 } }, wait('P30D')));
  await world.order(ada, { id: 'o1', status: 'cancelled' });
  expect(await world.passages(ada)).toEqual([]);
  await world.order(ada, { id: 'o1', status: 'placed' });
  expect(await world.passages(ada)).toHaveLength(1);
  await world.order(ada, { id: 'o1', status: 'cancelled' });
  await world.order(ada, { id: 'o1', status: 'placed', amount: 4000 });
  expect(await world.passages(ada)).toHaveLength(1);
  await world.order(ada, { id: 'o2', status: 'cancelled' });
  await world.order(ada, { id: 'o2', status: 'placed' });
  expect(await world.passages(ada)).toHaveLength(2);
});

test('an order that was fully refunded and is no more counts when it does', async () => {
  await using world = await createWorld();
  await world.publish(first('once'));
  await world.order(ada, { id: 'o1', amount: 3000, refunded: 3000 });
  expect(await world.passages(ada)).toEqual([]);
  await world.order(ada, { id: 'o1', amount: 3000, refunded: 0 });
  expect(await world.passages(ada)).toHaveLength(1);
});

test('a goal that comes in the same request as the start of its journey is met', async () => {
  await using world = await createWorld();
  const bought = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(journey({ on: { on: 'event', event: 'carted' }, settings: { goal: bought } }, wait('P9D')));
  await world.tell([...world.facts.event(ada, 'carted'), ...world.facts.order(ada)]);
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('customers whose planning was lost after a publish are planned when work is looked for', async () => {
  await using world = await createWorld();
  await world.order(ada);
  const { services, workspaceId } = world;
  const enqueue = services.enqueue;
  services.enqueue = () => Promise.resolve(); // the process ends after the commit
  await world.publish(journey({ on: { on: 'elapsed', after: 'P2D', since: 'last_order' } }, wait('P30D')));
  services.enqueue = enqueue;
  expect(await world.query('select at from timer')).toEqual([]);
  await resumeWork(services);
  expect(await world.query('select at from timer')).toHaveLength(1);
  expect(await world.query('select planning from journey where workspace_id = $1', [workspaceId])).toEqual([
    { planning: false },
  ]);
});
