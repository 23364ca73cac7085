import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { listProducts, pauseProducts, setOffer } from '@tabiji/server/products/products.sql.ts';
import { reachOf } from '@tabiji/server/mailings/reach.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const two = (topic?: string) =>
  journey({ name: 'two', on: visited, ...(topic && { settings: { topic } }) }, mail('soap'), wait('P1D'), mail('news'));
const inIt = <T>(world: World, work: Parameters<typeof inWorkspace<T>>[2]) =>
  inWorkspace(world.services.db, world.workspaceId, work);
const recommend = (world: World, products: string[], boughtWithin = 30) =>
  inIt(world, (trx, here) => setOffer(trx, here, 'soap', { products, boughtWithin }));
const pause = (world: World, ...products: string[]) => inIt(world, (trx, here) => pauseProducts(trx, here, products));
const skipped = (world: World) =>
  world.query("select template, because from message where state = 'skipped' order by id");

test('nobody is recommended what they have just bought; the rest of the journey goes on', async () => {
  await using world = await createWorld();
  await world.publish(two());
  expect(await recommend(world, ['S-1', 'S-2'])).toBe(true);
  await world.order(ada, { items: [{ product: 'T-9' }, { product: ' S-2 ', quantity: 1 }] });
  await world.order(ben, { items: [{ product: 'T-9' }] });
  for (const who of [ada, ben]) await world.event(who, 'visited');
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['news']);
  expect(await world.letters.templatesTo(ben)).toEqual(['soap', 'news']);
  expect(await skipped(world)).toEqual([{ template: 'soap', because: 'bought_product: S-2' }]);
});

test('after the days of the mail, and for an order that was cancelled, it goes', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await recommend(world, ['S-1'], 14);
  await world.order(ada, { id: 'old', items: [{ product: 'S-1' }] });
  await world.order(ben, { id: 'no', items: [{ product: 'S-1' }] });
  await world.order(ben, { id: 'no', status: 'cancelled', items: [{ product: 'S-1' }] });
  await world.event(ben, 'visited');
  expect(await world.letters.templatesTo(ben)).toEqual(['soap']);
  await world.travel('P14D');
  await world.event(ada, 'visited');
  expect(await world.letters.templatesTo(ada)).toEqual(['soap']);
});

test('what an order needs is sent all the same', async () => {
  await using world = await createWorld();
  await world.publish(two('transactional'));
  await recommend(world, ['S-1']);
  await pause(world, 'S-1');
  await world.order(ada, { items: [{ product: 'S-1' }] });
  await world.event(ada, 'visited');
  expect(await world.letters.templatesTo(ada)).toEqual(['soap']);
});

test('while a product is paused its promotions wait in their places, and go when it is back or no longer recommended', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await recommend(world, ['S-1']);
  await pause(world, 'S-1', 'T-9');
  await world.event(ada, 'visited');
  await world.travel('P3D');
  expect(await world.letters.templatesTo(ada)).toEqual([]);
  expect(await inIt(world, listProducts)).toEqual({ known: [], paused: ['S-1', 'T-9'], waiting: 1 });
  await pause(world, 'T-9');
  await world.settle();
  expect(await world.letters.templatesTo(ada)).toEqual(['soap']);
  await world.travel('P1D'); // counted from the sending
  expect(await world.letters.templatesTo(ada)).toEqual(['soap', 'news']);

  await pause(world, 'S-1');
  await world.event(ben, 'visited');
  expect(await world.letters.templatesTo(ben)).toEqual([]);
  await inIt(world, (trx, here) => setOffer(trx, here, 'soap', null));
  await world.settle();
  expect(await world.letters.templatesTo(ben)).toEqual(['soap']);
});

test('a mail to many says beforehand how many have just bought what it recommends', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await recommend(world, ['S-1']);
  await world.order(ada, { items: [{ product: 'S-1', name: 'せっけん' }] });
  await world.identify(ben);
  const plan = {
    template: 'soap',
    segment: null,
    sender: null,
    topic: null,
    zone: 'workspace' as const,
    at: '2026-03-05T10:00',
  };
  const reach = await inIt(world, (trx, here) => reachOf(trx, here, plan));
  expect(reach).toMatchObject({ people: 2, allowed: 1, refused: [{ because: 'bought_product', count: 1 }] });
  expect((await inIt(world, listProducts)).known).toEqual([{ code: 'S-1', name: 'せっけん' }]);
  expect(await inIt(world, (trx, here) => setOffer(trx, here, 'no-such-mail', null))).toBe(false);
});
