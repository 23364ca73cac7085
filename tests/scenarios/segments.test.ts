import { expect, test } from 'vitest';
import { exit, journey } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const big = { orders: 'amount' as const, op: 'gte' as const, value: 10_000 };
const dormant = { orders: 'last' as const, op: 'moreThanAgo' as const, value: 'P90D' };
const onChange = (segment: string, change: 'entered' | 'left') =>
  journey({ name: change, on: { on: 'segment', segment, change }, settings: { reentry: 'always' } }, exit(change));

test('entering and leaving a segment start journeys, at once', async () => {
  await using world = await createWorld();
  await world.segment('big', big);
  await world.publish(onChange('big', 'entered'));
  await world.publish(onChange('big', 'left'));
  await world.order(ada, { id: 'first', amount: 6000 });
  expect(await world.exits(ada)).toEqual([]);
  await world.order(ada, { id: 'second', amount: 6000 });
  expect(await world.exits(ada)).toEqual(['entered']);
  await world.order(ada, { amount: 6000 });
  expect(await world.exits(ada)).toEqual(['entered']);
  await world.order(ada, { id: 'first', amount: 6000, status: 'cancelled' });
  await world.order(ada, { id: 'second', amount: 6000, status: 'refunded' });
  expect(await world.exits(ada)).toEqual(['entered', 'left']);
});

test('the passing of time moves people into a segment and starts a journey, to the second', async () => {
  await using world = await createWorld();
  await world.segment('dormant', dormant);
  await world.publish(onChange('dormant', 'entered'));
  await world.order(ada);
  await world.order(ben);
  await world.travel('P50D');
  await world.order(ben);
  await world.travelTo('2026-05-31T09:59:59+09:00');
  expect(await world.members('dormant')).toEqual([]);
  await world.travel('PT1S');
  expect(await world.members('dormant')).toEqual(['ada']);
  expect(await world.exits(ada)).toEqual(['entered']);
  await world.travel('P60D');
  expect(await world.members('dormant')).toEqual(['ada', 'ben']);
});

test('a window over the last days lets people go when its orders have left it', async () => {
  await using world = await createWorld();
  await world.segment('eager', { orders: 'count', op: 'gte', value: 2, since: 'P7D' });
  await world.publish(onChange('eager', 'left'));
  await world.order(ada);
  await world.travel('P2D');
  await world.order(ada);
  expect(await world.members('eager')).toEqual(['ada']);
  await world.travel('P5D');
  expect(await world.members('eager')).toEqual(['ada']);
  await world.travel('PT1S');
  expect(await world.members('eager')).toEqual([]);
  expect(await world.exits(ada)).toEqual(['left']);
});

test('defining a segment moves people without starting journeys', async () => {
  await using world = await createWorld();
  await world.order(ada, { amount: 20_000 });
  await world.order(ben, { amount: 1000 });
  await world.segment('big', { orders: 'amount', op: 'gte', value: 50_000 });
  await world.publish(onChange('big', 'entered'));
  await world.segment('big', big);
  expect(await world.members('big')).toEqual(['ada']);
  expect(await world.exits(ada)).toEqual([]);
});

test('a segment may be made of others', async () => {
  await using world = await createWorld();
  await world.segment('big', big);
  await world.segment('tokyo', { attribute: 'city', op: 'eq', value: '東京' });
  await world.segment('both', {
    all: [
      { segment: 'big', member: true },
      { segment: 'tokyo', member: true },
    ],
  });
  await world.publish(onChange('both', 'entered'));
  await world.order(ada, { amount: 20_000 });
  await world.identify(ada, { attributes: { city: '東京' } });
  await world.identify(chie, { attributes: { city: '東京' } });
  expect(await world.members('both')).toEqual(['ada']);
  expect(await world.exits(ada)).toEqual(['entered']);
});

test('a segment made of others finds its people when it is defined', async () => {
  await using world = await createWorld();
  await world.segment('big', big);
  await world.segment('tokyo', { attribute: 'city', op: 'eq', value: '東京' });
  await world.order(ada, { amount: 20_000 });
  await world.identify(ada, { attributes: { city: '東京' } });
  await world.order(ben, { amount: 20_000 });
  await world.segment('both', {
    all: [
      { segment: 'big', member: true },
      { segment: 'tokyo', member: true },
    ],
  });
  expect(await world.members('both')).toEqual(['ada']);
});

test('a segment made of others follows when one of them is defined anew', async () => {
  await using world = await createWorld();
  await world.segment('big', { orders: 'amount', op: 'gte', value: 50_000 });
  await world.segment('loyal', { segment: 'big', member: true });
  await world.segment('beloved', { segment: 'loyal', member: true });
  await world.order(ada, { amount: 20_000 });
  await world.order(ben, { amount: 1000 });
  await world.segment('big', big);
  expect(await world.members('beloved')).toEqual(['ada']);
});
