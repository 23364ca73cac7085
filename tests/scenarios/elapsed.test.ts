import type { Anchor } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { ada, ben, chie, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const after = (length: string, since: Anchor, at?: string, settings = {}) =>
  journey({ on: { on: 'elapsed', after: length, since, at }, settings }, mail('hello'));

test('30 days after the last order: each new order begins the count anew', async () => {
  await using world = await createWorld();
  await world.publish(after('P30D', 'last_order', '10:00'));
  await world.order(ada);
  await world.travel('P20D');
  await world.order(ada);
  await world.travel('P29D');
  expect(await world.letters.to(ada)).toEqual([]);
  await world.travel('P40D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-04-21 10:00', 'hello']]);
});

test('an order that is cancelled takes its date with it', async () => {
  await using world = await createWorld();
  await world.publish(after('P30D', 'last_order'));
  await world.order(ada, { id: 'one' });
  await world.order(ben);
  await world.travel('P10D');
  await world.order(ben, { id: 'two' });
  await world.order(ada, { id: 'one', status: 'cancelled' });
  await world.order(ben, { id: 'two', status: 'cancelled' });
  await world.travel('P60D');
  expect(await world.letters.to(ada)).toEqual([]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-04-01 10:00', 'hello']]);
});

test('every delivery counts for itself, told late or corrected', async () => {
  await using world = await createWorld();
  await world.publish(after('P2D', 'delivered', '09:00', { reentry: 'always' }));
  await world.ship(ada, { id: 's1', shippedAt: '2026-03-01' });
  await world.ship(ada, { id: 's1', deliveredAt: '2026-03-02T09:00:00+09:00' });
  await world.ship(ada, { id: 's2', deliveredAt: '2026-03-02T09:30:00+09:00' });
  await world.travel('P1D');
  await world.ship(ada, { id: 's2', deliveredAt: '2026-03-03T08:00:00+09:00' });
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-04 09:00', 'hello'],
    ['2026-03-05 09:00', 'hello'],
  ]);
});

test('a date among the attributes moves its start with it, in the customer’s zone', async () => {
  await using world = await createWorld();
  await world.publish(after('P7D', 'attribute:trial_ends', '08:00'));
  await world.identify(ada, { attributes: { trial_ends: '2026-03-10' } });
  await world.identify(ben, { attributes: { trial_ends: '2026-03-10' } });
  await world.identify(chie, { attributes: { trial_ends: 'soon' } });
  await world.identify(dora, { attributes: { trial_ends: '2026-03-10' } });
  await world.identify(ben, { attributes: { trial_ends: '2026-03-20' } });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-17 08:00', 'hello']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-27 08:00', 'hello']]);
  expect(await world.letters.datesTo(chie)).toEqual([]);
  expect(await world.letters.datesTo(dora)).toEqual([['2026-03-17 21:00', 'hello']]);
});

test('so many days after an event, each event for itself', async () => {
  await using world = await createWorld();
  await world.publish(after('P3D', 'event:visited', undefined, { reentry: 'always' }));
  await world.event(ada, 'visited');
  await world.travel('P1D');
  await world.event(ada, 'visited');
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-05 10:00', 'hello'],
    ['2026-03-06 10:00', 'hello'],
  ]);
});

test('publishing plans for people whose date lies behind and whose day is still to come', async () => {
  await using world = await createWorld();
  await world.order(ada, { at: '2026-02-20' });
  await world.order(ben, { at: '2025-02-20' });
  const published = await world.publish(after('P30D', 'first_order', '18:00'));
  await world.travel('P5D');
  await world.publish(after('P30D', 'first_order', '19:00'));
  await published.republish(after('P40D', 'first_order', '18:00'));
  await world.travel('P60D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-22 19:00', 'hello'],
    ['2026-04-01 18:00', 'hello'],
  ]);
  expect(await world.letters.datesTo(ben)).toEqual([]);
});

test('a filter is judged when the day has come', async () => {
  await using world = await createWorld();
  const filter = { attribute: 'refused', op: 'missing' as const };
  await world.publish(journey({ on: { on: 'elapsed', after: 'P3D', since: 'first_order' }, filter }, mail('hello')));
  await world.order(ada);
  await world.order(ben);
  await world.identify(ben, { attributes: { refused: true } });
  await world.travel('P9D');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
  expect(await world.letters.templatesTo(ben)).toEqual([]);
});
