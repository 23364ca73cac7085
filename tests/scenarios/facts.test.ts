import { expect, test } from 'vitest';
import { branch, exit, journey, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const totals = async (world: World) =>
  (
    await world.query('select order_count as count, order_amount as amount from customer where external_id = $1', [
      'ada',
    ])
  )[0];

test('refunds and cancellations leave the totals, and come back when they are undone', async () => {
  await using world = await createWorld();
  await world.order(ada, { id: 'a', amount: 1000 });
  await world.order(ada, { id: 'b', amount: 5000 });
  expect(await totals(world)).toEqual({ count: 2, amount: 6000 });
  await world.order(ada, { id: 'b', amount: 5000, refunded: 2000 });
  expect(await totals(world)).toEqual({ count: 2, amount: 4000 });
  await world.order(ada, { id: 'b', amount: 5000, status: 'refunded' });
  await world.order(ada, { id: 'a', amount: 1000, status: 'cancelled' });
  expect(await totals(world)).toEqual({ count: 0, amount: 0 });
  await world.order(ada, { id: 'a', amount: 1200, status: 'placed' });
  expect(await totals(world)).toEqual({ count: 1, amount: 1200 });
});

test('samples, resends and exchanges start nothing and count nowhere', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'first_purchase' } }, exit('first')));
  for (const kind of ['sample', 'resend', 'exchange'] as const) await world.order(ada, { kind });
  expect(await world.exits(ada)).toEqual([]);
  expect(await totals(world)).toEqual({ count: 0, amount: 0 });
  await world.order(ada, { kind: 'trial' });
  expect(await world.exits(ada)).toEqual(['first']);
});

test('a cancelled order does not count since entering', async () => {
  await using world = await createWorld();
  const bought = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(
    journey({ on: { on: 'first_purchase' } }, wait('P7D'), branch(bought, [exit('again')], [exit('silent')])),
  );
  await world.order(ada);
  await world.order(ada, { id: 'second' });
  await world.order(ada, { id: 'second', status: 'cancelled' });
  await world.order(ben);
  await world.order(ben);
  await world.travel('P8D');
  expect(await world.exits(ada)).toEqual(['silent']);
  expect(await world.exits(ben)).toEqual(['again']);
});

test('the same fact told again changes nothing, however its keys are ordered', async () => {
  await using world = await createWorld();
  await world.publish(
    journey({ on: { on: 'event', event: 'visited' }, settings: { reentry: 'always' } }, exit('seen')),
  );
  const at = '2026-03-02T09:00:00+09:00';
  expect(await world.event(ada, 'visited', { shop: 'Kyoto', floor: 2 }, { id: 'v1', at })).toMatchObject({ stored: 2 });
  const again = await world.event(ada, 'visited', { floor: 2, shop: 'Kyoto' }, { id: 'v1', at });
  expect(again).toEqual({ stored: 0, duplicates: 1, conflicts: [] });
  expect(await world.exits(ada)).toEqual(['seen']);
});

test('the same id with other content is a conflict, in one batch or years apart', async () => {
  await using world = await createWorld();
  await world.event(ada, 'visited', { shop: 'Kyoto' }, { id: 'v1' });
  await world.travel('P300D');
  expect(await world.event(ada, 'visited', { shop: 'Nara' }, { id: 'v1' })).toMatchObject({
    stored: 0,
    conflicts: [0],
  });
  const batch = [
    ...world.facts.event(ada, 'visited', { n: 1 }, { id: 'v2' }),
    ...world.facts.event(ada, 'visited', { n: 1 }, { id: 'v2' }),
    ...world.facts.event(ada, 'visited', { n: 2 }, { id: 'v2' }),
  ];
  expect(await world.tell(batch)).toEqual({ stored: 1, duplicates: 1, conflicts: [2] });
});

test('an old telling of an order never undoes a newer one', async () => {
  await using world = await createWorld();
  await world.order(ada, { id: 'a', amount: 1000 });
  await world.order(ada, { id: 'a', amount: 1000, status: 'cancelled' });
  await world.order(ada, { id: 'a', amount: 1000 });
  expect(await totals(world)).toEqual({ count: 0, amount: 0 });
});

test('a fact that arrives late counts by its own time', async () => {
  await using world = await createWorld();
  const visited = { event: 'visited', op: 'gte' as const, value: 1, since: 'entered' as const };
  const graph = journey(
    { on: { on: 'event', event: 'signed_up' } },
    wait('P3D'),
    branch(visited, [exit('visited')], [exit('silent')]),
  );
  await world.publish(graph);
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  await world.travel('P2D');
  await world.event(ada, 'visited', {}, { at: '2026-03-01T10:00:00+09:00' }); // before signing up
  await world.event(ben, 'visited', {}, { at: '2026-03-02T11:00:00+09:00' }); // after it
  await world.travel('P2D');
  expect(await world.exits(ada)).toEqual(['silent']);
  expect(await world.exits(ben)).toEqual(['visited']);
});

test('orders out of order keep the first and last dates right', async () => {
  await using world = await createWorld();
  for (const at of ['2026-02-10', '2026-02-01', '2026-02-20']) await world.order(ada, { at });
  const [row] = await world.query<{ first: Date; last: Date }>(
    'select first_order_at as first, last_order_at as last from customer',
  );
  expect(row?.first.toISOString()).toBe('2026-02-01T03:00:00.000Z'); // a date alone is noon in the shop
  expect(row?.last.toISOString()).toBe('2026-02-20T03:00:00.000Z');
});

test('a time that lies more than a day ahead is refused, and nothing of its batch is stored', async () => {
  await using world = await createWorld();
  const batch = [
    ...world.facts.order(ada),
    ...world.facts.event(ada, 'visited', {}, { at: '2026-03-04T10:00:00+09:00' }),
  ];
  await expect(world.tell(batch)).rejects.toMatchObject({ code: 'invalid', field: 'facts.2.at' });
  expect(await world.query('select 1 from customer')).toEqual([]);
});
