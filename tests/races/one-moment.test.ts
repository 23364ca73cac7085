import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/settle.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
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

test('the goal and the end of the wait at one moment: one or the other, never half of both', async () => {
  await using world = await createWorld();
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(journey({ on: visited, settings: { goal } }, wait('P1D'), mail('offer')));
  const people = crowd(60);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'visited')));
  await world.query(`update enrollment set due_at = '2026-03-02T10:00:00+09:00'`);
  const { db } = world.services;
  const advancing = async () => {
    while ((await advance(db, world.workspaceId, ALL_SHARDS, 5)).moved > 0);
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
