import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const honey = [{ product: 'honey', category: 'food' }];
const soap = [{ product: 'soap', category: 'body' }];
const ofHoney = [{ property: 'product', op: 'eq' as const, value: 'honey' }];

test('any order with the product starts it, each order once', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'order', where: ofHoney }, settings: { reentry: 'always' } }, exit('honey')));
  await world.order(ada, { id: 'a', items: soap });
  await world.order(ada, { id: 'b', items: [...soap, ...honey] });
  await world.order(ada, { id: 'b', items: [...soap, ...honey], status: 'placed', channel: 'web' });
  await world.order(ada, { id: 'c', items: honey });
  expect(await world.exits(ada)).toEqual(['honey', 'honey']);
});

test('the first purchase starts it only if it holds what is asked for', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'first_purchase', where: ofHoney } }, exit('first')));
  await world.publish(journey({ on: { on: 'nth_purchase', n: 2, where: ofHoney } }, exit('second')));
  await world.order(ada, { items: soap });
  await world.order(ada, { items: honey });
  await world.order(ben, { items: honey });
  await world.order(ben, { items: soap });
  expect(await world.exits(ada)).toEqual(['second']);
  expect(await world.exits(ben)).toEqual(['first']);
});

test('a trigger has a filter of its own beside the start’s', async () => {
  await using world = await createWorld();
  const gold: Condition = { attribute: 'rank', op: 'eq', value: 'gold' };
  const on: Trigger[] = [
    { on: 'first_purchase', filter: gold },
    { on: 'event', event: 'visited' },
  ];
  await world.publish(journey({ on, filter: { attribute: 'refused', op: 'missing' } }, exit('in')));
  await world.identify(ada, { attributes: { rank: 'gold' } });
  await world.order(ada);
  await world.order(ben);
  await world.event(ben, 'visited');
  await world.identify(chie, { attributes: { rank: 'gold', refused: true } });
  await world.order(chie);
  expect(await world.exits(ada)).toEqual(['in']);
  expect(await world.exits(ben)).toEqual(['in']);
  expect(await world.exits(chie)).toEqual([]);
});

test('late against the own rhythm: the median of the gaps, moved by every order', async () => {
  await using world = await createWorld();
  const on: Trigger = { on: 'late', times: 1.5, atLeast: 'P15D', orders: 3, at: '10:00' };
  await world.publish(journey({ on, settings: { reentry: 'always' } }, mail('missed')));
  for (const at of ['2026-02-01', '2026-02-11', '2026-03-01']) await world.order(ada, { at });
  for (const at of ['2026-02-27', '2026-02-28', '2026-03-01']) await world.order(ben, { at });
  for (const at of ['2026-02-01', '2026-02-11']) await world.order(chie, { at });
  await world.travel('P10D');
  await world.order(ada, { id: 'more', at: '2026-03-11' });
  await world.order(ada, { id: 'taken back', at: '2026-03-12' });
  await world.order(ada, { id: 'taken back', status: 'cancelled' });
  await world.travel('P60D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-26 10:00', 'missed']]); // 1.5 × 10 days after the 11th
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-16 10:00', 'missed']]); // not before 15 days
  expect(await world.letters.datesTo(chie)).toEqual([]); // two orders tell no rhythm
});

test('who enters by what is written down, and who is refused with the reason', async () => {
  await using world = await createWorld();
  const filter: Condition = { orders: 'amount', op: 'gte', value: 5000 };
  await world.publish(
    journey({ on: [{ on: 'first_purchase' }, { on: 'event', event: 'visited' }], filter }, wait('P9D')),
  );
  await world.order(ada, { amount: 9000 });
  await world.order(ben, { amount: 1000 });
  await world.event(ada, 'visited');
  await world.event(ada, 'visited');
  expect(await world.query('select entered_by from enrollment')).toEqual([{ entered_by: 'first_purchase' }]);
  expect(
    await world.query(
      `select c.external_id as who, because, detail, times from refusal r join customer c on c.id = r.customer_id order by 1`,
    ),
  ).toEqual([
    { who: 'ada', because: 'reentry', detail: 'event:visited', times: 2 },
    { who: 'ben', because: 'filter', detail: 'first_purchase', times: 1 },
  ]);
});
