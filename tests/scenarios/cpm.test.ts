import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { branch, exit, journey, mail } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

test('a rank that changes starts a journey: by purchases, also back when one is taken out', async () => {
  await using world = await createWorld();
  const up: Trigger = { on: 'cpm', rank: { to: ['よちよち客'] } };
  const down: Trigger = { on: 'cpm', rank: { from: ['growing'], to: ['first'] } };
  await world.publish(journey({ on: up }, exit('up')));
  await world.publish(journey({ on: down }, exit('down')));
  await world.order(ada, { at: '2026-02-01' });
  await world.order(ada, { at: '2026-02-01T18:00:00+09:00' }); // the same day: still one day with an order
  expect(await world.exits(ada)).toEqual([]);
  await world.order(ada, { id: 'second', at: '2026-03-01' });
  expect(await world.exits(ada)).toEqual(['up']);
  await world.order(ada, { id: 'second', status: 'cancelled' });
  expect(await world.exits(ada)).toEqual(['up', 'down']);
});

test('an older order that is told later counts its day', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'cpm', rank: { to: ['steady'] } } }, exit('steady')));
  await world.order(ada, { at: '2025-10-01' });
  await world.order(ada, { at: '2026-03-01' });
  await world.order(ada, { at: '2025-10-01T20:00:00+09:00' });
  expect(await world.exits(ada)).toEqual([]);
  await world.order(ada, { at: '2025-12-01' });
  expect(await world.exits(ada)).toEqual(['steady']);
  expect(await world.query('select order_days, order_count from customer')).toEqual([
    { order_days: 3, order_count: 4 },
  ]);
});

test('240 days after the last order a customer lapses, and an order brings them back', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'cpm', active: false }, settings: { reentry: 'always' } }, mail('missed')));
  await world.publish(journey({ on: { on: 'cpm', active: true } }, mail('back')));
  await world.order(ada);
  await world.order(ben);
  await world.travel('P100D');
  await world.order(ben);
  await world.travel('P139DT13H');
  expect(await world.letters.all()).toEqual([]);
  await world.travel('P1D'); // 28 October: 240 days after 2 March
  expect(await world.letters.datesTo(ada)).toEqual([['2026-10-28 00:00', 'missed']]);
  expect(await world.letters.datesTo(ben)).toEqual([]);
  await world.order(ada);
  expect(await world.letters.templatesTo(ada)).toEqual(['missed', 'back']);
});

test('a segment of lapsed loyal customers is entered by the clock', async () => {
  await using world = await createWorld();
  await world.segment('lost', {
    all: [
      { cpm: 'rank', op: 'in', value: ['growing', '優良客'] },
      { cpm: 'active', op: 'eq', value: false },
    ],
  });
  await world.publish(journey({ on: { on: 'segment', segment: 'lost', change: 'entered' } }, mail('missed')));
  await world.order(ada, { at: '2026-02-01' });
  await world.order(ada, { at: '2026-03-01' });
  await world.order(ben, { at: '2026-03-01' });
  await world.travel('P200D');
  await world.travel('P60D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-10-27 00:00', 'missed']]);
  expect(await world.letters.datesTo(ben)).toEqual([]);
});

test('filters and branches ask for the rank as it is at that order', async () => {
  await using world = await createWorld();
  const rank = { cpm: 'rank' as const, op: 'eq' as const, value: 'first' };
  const twice = { on: 'order' as const };
  await world.publish(
    journey(
      { on: twice, filter: rank, settings: { reentry: 'always' } },
      branch({ not: rank }, [exit('grown')], [exit('first')]),
    ),
  );
  await world.tell([
    ...world.facts.order(chie, { at: '2026-02-01' }),
    ...world.facts.order(chie, { at: '2026-03-01' }),
  ]);
  expect(await world.exits(chie)).toEqual(['grown']); // let in by the first order; by now there are two
});

test('a shop with a ladder of its own', async () => {
  await using world = await createWorld();
  await world.query(`update workspace set cpm = $2 where id = $1`, [
    world.workspaceId,
    JSON.stringify({
      lapsesAfter: 30,
      ranks: [
        { key: 'fan', name: { ja: 'ファン', en: 'Fan' }, amount: 5000 },
        { key: 'guest', name: { ja: 'お客様', en: 'Guest' } },
      ],
    }),
  ]);
  await world.publish(journey({ on: { on: 'cpm', rank: { to: ['ファン'] } } }, exit('fan')));
  await world.publish(journey({ on: { on: 'cpm', active: false } }, mail('missed')));
  await world.order(ada, { amount: 3000 });
  await world.order(ada, { amount: 3000 });
  expect(await world.exits(ada)).toEqual(['fan']);
  await world.travel('P40D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-04-01 00:00', 'missed']]);
});
