import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { beginTravel, travel } from '@tabiji/server/workspaces/travel.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };

test('a customer told of by many at once enters once', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: visited }, wait('P1D')));
  const same = world.facts.event(ada, 'visited', {}, { id: 'same' });
  const others = Array.from({ length: 12 }, () => world.facts.event(ada, 'visited'));
  const receipts = await Promise.all([same, same, same, ...others].map((facts) => world.receive(facts)));
  expect(receipts.filter(({ duplicates }) => duplicates === 1)).toHaveLength(2);
  expect(await world.query('select count(*) as n from enrollment')).toEqual([{ n: 1 }]);
  expect(await world.query('select count(*) as n from customer')).toEqual([{ n: 1 }]);
});

test('orders told by many at once all count, and each is the nth of one only', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'nth_purchase', n: 5 }, settings: { reentry: 'always' } }, wait('P1D')));
  await world.identify(ada);
  await Promise.all(Array.from({ length: 12 }, () => world.receive(world.facts.order(ada, { amount: 100 }))));
  expect(await world.query('select order_count as n, order_amount as sum from customer')).toEqual([
    { n: 12, sum: 1200 },
  ]);
  expect(await world.query('select count(*) as n from enrollment')).toEqual([{ n: 1 }]);
});

test('the goal and the end of the wait at one moment: one or the other, never half of both', async () => {
  await using world = await createWorld();
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(journey({ on: visited, settings: { goal } }, wait('P1D'), mail('offer')));
  const people = crowd(60);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'visited')));
  await world.query(`update enrollment set due_at = '2026-03-02T10:00:00+09:00'`);
  const { inStore } = world.services;
  const advancing = async () => {
    while ((await advance(inStore, world.workspaceId, ALL_SHARDS, 5)).moved > 0);
  };
  const sending = async () => {
    for (let i = 0; i < 20; i++) await sendDue(world.services, world.workspaceId, { limit: 5 });
  };
  const buying = async () => {
    for (const who of people.toReversed()) await world.receive(world.facts.order(who));
  };
  await Promise.all([advancing(), sending(), buying()]);
  await world.settle();
  await world.drain();
  const rows = await world.query<{ reason: string; letters: number; n: number }>(
    `select exit_reason as reason, letters, count(*) as n
       from enrollment e, lateral (select count(*) as letters from letter l where l.customer_id = e.customer_id) l
      group by 1, 2`,
  );
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(60);
  const allowed = [
    ['goal', 0],
    ['goal', 1], // the letter was out, the last pass not yet taken
    ['completed', 1],
  ];
  for (const { reason, letters } of rows) expect(allowed).toContainEqual([reason, letters]);
});

test('two who take a workspace on in time at once do not hurry past anybody’s day', async () => {
  await using world = await createWorld();
  await world.publish(
    journey({ on: visited }, mail('today'), wait('P1D', '18:00'), mail('next'), wait('P1D'), mail('last')),
  );
  const people = crowd(30);
  await world.receive(people.flatMap((who) => world.facts.event(who, 'visited')));
  await beginTravel(world.services.db, world.workspaceId, 'P9D');
  const send = (id: number) => sendDue(world.services, id, { limit: 10 });
  await Promise.all([1, 2, 3].map(() => travel(world.services.db, world.workspaceId, send)));
  const dates = await world.query(
    `select template, to_char(at at time zone 'Asia/Tokyo', 'MM-DD HH24:MI') as at, count(*) as n
       from letter group by 1, 2 order by 2`,
  );
  expect(dates).toEqual([
    { template: 'today', at: '03-02 10:00', n: 30 },
    { template: 'next', at: '03-03 18:00', n: 30 },
    { template: 'last', at: '03-04 18:00', n: 30 },
  ]);
});

test('letters of today that are still unsent leave before a travel begins', async () => {
  await using world = await createWorld();
  const byHand = await world.publish(journey({ on: { on: 'manual' } }, mail('today'), wait('P1D'), mail('next')));
  await world.identify(ada);
  await byHand.enroll(ada);
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-02 10:00', 'today'],
    ['2026-03-03 10:00', 'next'],
  ]);
});
