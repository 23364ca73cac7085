import { setTimeout as pause } from 'node:timers/promises';
import { databaseTrouble } from '@tabiji/server/db/trouble.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { repeat } from '../support/until.ts';
import { createWorld } from '../support/world.ts';
import { asOwner, createWorldDatabase, cutSomebody } from '../support/world-database.ts';

/** Tries again as often as the connection is lost; every other error is the test's. */
async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (databaseTrouble(error) === undefined) throw error;
      await pause(5);
    }
  }
}

test(
  'connections cut while facts come in and letters go out: nothing lost or twice',
  { timeout: 120_000 },
  async () => {
    await using database = await createWorldDatabase();
    await using world = await createWorld({ database });
    const { inStore } = world.services;
    await world.segment('buyers', { orders: 'count', op: 'gte', value: 2 });
    await world.publish(journey({ name: 'first', on: { on: 'first_purchase' } }, mail('thanks'), mail('guide')));
    await world.publish(
      journey({ name: 'second', on: { on: 'segment', segment: 'buyers', change: 'entered' } }, mail('again')),
    );
    const people = crowd(200);
    const groups = (size: number, make: (who: (typeof people)[number]) => Fact[]) =>
      Array.from({ length: people.length / size }, (_, i) => people.slice(i * size, (i + 1) * size).flatMap(make));
    const batches = [
      ...groups(10, (who) => [...world.facts.order(who), ...world.facts.event(who, 'visited')]),
      ...groups(20, (who) => world.facts.order(who)),
    ];

    const stop = new AbortController();
    let cuts = 0;
    await asOwner(world.url, async (owner) => {
      const working = [
        repeat(stop.signal, async () => {
          if (await cutSomebody(owner)) cuts++;
          await pause(10 + Math.random() * 30);
        }),
        repeat(stop.signal, () => persistently(() => advance(inStore, world.workspaceId, ALL_SHARDS, 20))),
        repeat(stop.signal, () => persistently(() => sendDue(world.services, world.workspaceId, { limit: 20 }))),
        repeat(stop.signal, () => persistently(() => fireTimers(inStore, world.workspaceId))),
      ];
      for (const batch of batches) await persistently(() => world.receive(batch));
      await pause(300);
      stop.abort();
      await Promise.all(working);
    });
    expect(cuts).toBeGreaterThan(5);
    await world.settle();
    await world.drain();

    const letters = await world.query(
      'select template, count(*) as n, count(distinct customer_id) as people from letter group by 1 order by 1',
    );
    expect(letters).toEqual([
      { template: 'again', n: 200, people: 200 },
      { template: 'guide', n: 200, people: 200 },
      { template: 'thanks', n: 200, people: 200 },
    ]);
    expect(await world.query('select order_count as orders, count(*) as n from customer group by 1')).toEqual([
      { orders: 2, n: 200 },
    ]);
    expect(await world.query('select count(*) as n from event')).toEqual([{ n: 200 }]);
  },
);
