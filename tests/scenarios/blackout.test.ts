import { changeWorkspace } from '@tabiji/server/workspaces/workspaces.sql.ts';
import { shopChanged } from '@tabiji/server/workspaces/shop-changed.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const golden = { days: [{ on: '2026-05-02', name: '棚卸し' }], holidays: true }; // with the holidays: 2–6 May

test('a promotion waits for the next open day, at the same time; what an order needs goes', async () => {
  await using world = await createWorld({ at: '2026-05-01T09:00:00+09:00' });
  await world.rules({ blackout: golden });
  await world.publish(
    journey({ name: 'news', on: visited }, wait('P1D', '18:00'), mail('offer'), wait('P1D'), mail('next')),
  );
  await world.publish(
    journey(
      { name: 'orders', on: visited, settings: { topic: 'transactional' } },
      wait('P1D', '18:00'),
      mail('receipt'),
    ),
  );
  await world.event(ada, 'visited');
  await world.event(dora, 'visited'); // her 18:00 is 07:00 of the next morning in the shop
  await world.travelTo('2026-05-02T20:00:00+09:00');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-05-02 18:00', 'receipt']]);
  expect(await world.query(`select holds -> 0 ->> 1 as why, holds -> 0 ->> 2 as until from outbox order by 2`)).toEqual(
    [
      { why: 'blackout', until: '2026-05-06T22:00:00.000Z' },
      { why: 'blackout', until: '2026-05-07T09:00:00.000Z' },
    ],
  );
  await world.travel('P10D');
  expect((await world.letters.datesTo(ada)).slice(1)).toEqual([
    ['2026-05-07 18:00', 'offer'],
    ['2026-05-08 18:00', 'next'],
  ]);
  expect((await world.letters.datesTo(dora)).map(([at, key]) => `${key} ${at}`)).toContain('offer 2026-05-07 07:00');
});

test('opening a day lets go at once what waited for another', async () => {
  await using world = await createWorld({ at: '2026-05-02T09:00:00+09:00' });
  await world.rules({ blackout: golden });
  await world.publish(journey({ on: visited }, mail('offer')));
  await world.event(ben, 'visited');
  expect(await world.letters.all()).toEqual([]);
  const rules = { blackout: { days: [], holidays: true } };
  await changeWorkspace(world.services.db, world.workspaceId, { rules });
  await shopChanged(world.services, world.workspaceId, { rules });
  await world.settle();
  expect(await world.letters.datesTo(ben)).toEqual([['2026-05-02 09:00', 'offer']]);
});
