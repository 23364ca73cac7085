import type { Anchor, Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

/** The clock stands at 2 March, 10:00. */
const after = (length: string, since: Anchor, more: Partial<Extract<Trigger, { on: 'elapsed' }>> = {}) =>
  journey(
    { on: { on: 'elapsed', after: length, since, at: '09:00', ...more }, settings: { reentry: 'always' } },
    mail('hello'),
  );
const items = [{ product: 'serum', quantity: 2, days: 15 }];

test('dates are guessed from the order until the shop tells them', async () => {
  await using world = await createWorld();
  await world.publish(after('P3D', 'shipped'));
  await world.publish(after('P3D', 'delivered'));
  await world.publish(after('P3D', 'delivered', { estimate: 'P7D' }));
  await world.order(ada);
  await world.travel('P30D');
  // ordered on the 2nd, taken for shipped on the 4th and for delivered on the 5th; or on the 9th and the 10th
  expect((await world.letters.datesTo(ada)).map(([at]) => at)).toEqual([
    '2026-03-07 09:00',
    '2026-03-08 09:00',
    '2026-03-13 09:00',
  ]);
});

test('the real date moves it, a part that comes later too, and it goes out once', async () => {
  await using world = await createWorld();
  await world.publish(after('P3D', 'delivered'));
  await world.order(ada, { id: 'a' });
  await world.ship(ada, { id: 's1', order: 'a', shippedAt: '2026-03-02' });
  await world.travel('P2D');
  await world.ship(ada, { id: 's1', order: 'a', deliveredAt: '2026-03-04' });
  await world.ship(ada, { id: 's2', order: 'a', deliveredAt: '2026-03-04' });
  await world.travel('P1D');
  await world.ship(ada, { id: 's3', order: 'a', deliveredAt: '2026-03-05' });
  await world.travel('P4D');
  await world.ship(ada, { id: 's4', order: 'a', deliveredAt: '2026-03-09' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-08 09:00', 'hello']]);
});

test('a date that is told late still counts for three days, then it is skipped', async () => {
  await using world = await createWorld();
  await world.publish(after('P1D', 'delivered'));
  await world.publish(after('P1D', 'delivered', { skipLate: 'P0D' }));
  await world.travel('P10D');
  await world.ship(ada, { id: 's1', deliveredAt: '2026-03-09' });
  await world.ship(ben, { id: 's2', deliveredAt: '2026-03-08' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-13 09:00', 'hello']]); // meant for the 10th
  expect(await world.letters.datesTo(ben)).toEqual([]); // meant for the 9th: the next 09:00 is four days later
});

test('the run-out day is the delivery and the days that the items last; U − 5 lies before it', async () => {
  await using world = await createWorld();
  await world.publish(after('-P5D', 'run_out'));
  await world.order(ada, { id: 'a', items });
  await world.order(ben, { id: 'b', items: [{ product: 'soap' }] });
  await world.order(chie, { id: 'c', items: [...items, { product: 'mask', supplyDays: '10' }] });
  await world.ship(ada, { id: 's1', order: 'a', deliveredAt: '2026-03-02' });
  await world.travel('P60D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-27 09:00', 'hello']]); // 2 March + 30 − 5
  expect(await world.letters.datesTo(ben)).toEqual([]);
  expect(await world.letters.datesTo(chie)).toEqual([['2026-03-10 09:00', 'hello']]); // guessed 5 March + 10 − 5
});

test('only the items that are asked for say when they run out', async () => {
  await using world = await createWorld();
  const where = [{ property: 'product', op: 'eq' as const, value: 'serum' }];
  await world.publish(after('P0D', 'run_out', { where }));
  await world.order(ada, { items: [...items, { product: 'mask', days: 10 }] });
  await world.order(ben, { items: [{ product: 'mask', days: 10 }] });
  await world.travel('P60D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-04-04 09:00', 'hello']]);
  expect(await world.letters.datesTo(ben)).toEqual([]);
});

test('a cancelled or refunded order takes its dates back', async () => {
  await using world = await createWorld();
  await world.publish(after('P3D', 'delivered'));
  await world.order(ada, { id: 'a' });
  await world.order(ben, { id: 'b' });
  await world.travel('P2D');
  await world.order(ada, { id: 'a', status: 'cancelled' });
  await world.order(ben, { id: 'b', amount: 3000, refunded: 3000 });
  await world.travel('P30D');
  expect(await world.letters.all()).toEqual([]);
});

test('a shipment told before its order goes over into the order', async () => {
  await using world = await createWorld();
  await world.publish(after('P3D', 'delivered'));
  await world.ship(ada, { id: 's1', order: 'a', deliveredAt: '2026-03-02' });
  await world.order(ada, { id: 'a' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-05 09:00', 'hello']]);
});

test('each order has its passage where the rule counts orders apart', async () => {
  await using world = await createWorld();
  const on: Trigger = { on: 'elapsed', after: 'P3D', since: 'delivered', at: '09:00' };
  await world.publish(journey({ on, settings: { reentry: 'once', reentryKey: 'order' } }, mail('hello')));
  await world.order(ada, { id: 'a' });
  await world.travel('P1D');
  await world.order(ada, { id: 'b' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-08 09:00', 'hello'],
    ['2026-03-09 09:00', 'hello'],
  ]);
  expect(await world.query('select entry_key from entry order by 1')).toEqual([
    { entry_key: 'a/once' },
    { entry_key: 'b/once' },
  ]);
});

test('publishing plans for parcels that are on their way', async () => {
  await using world = await createWorld();
  await world.order(ada, { items });
  await world.publish(after('P1D', 'run_out'));
  await world.publish(after('P3D', 'delivered'));
  await world.travel('P60D');
  expect((await world.letters.datesTo(ada)).map(([at]) => at)).toEqual(['2026-03-08 09:00', '2026-04-05 09:00']);
});
