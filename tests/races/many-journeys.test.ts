import { setTimeout as pause } from 'node:timers/promises';
import { advance } from '@tabiji/server/engine/advance.ts';
import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { keepHouse } from '@tabiji/server/jobs/keep-house.sql.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { repeat, until } from '../support/until.ts';
import { createWorld, type World } from '../support/world.ts';
import { createWorldDatabase } from '../support/world-database.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
const visited = { on: 'event' as const, event: 'visited' };
const always = { reentry: 'always' as const };
const SMALL = 8;

async function publishMany(world: World): Promise<void> {
  await world.segment('hot', { event: 'visited', op: 'gte', value: 2, since: 'PT2M' });
  for (const change of ['entered', 'left'] as const)
    await world.publish(
      journey({ name: change, on: { on: 'segment', segment: 'hot', change }, settings: always }, mail(change)),
    );
  await world.publish(
    journey(
      { name: 'later', on: { on: 'elapsed', after: 'PT1M', since: 'event:visited' }, settings: always },
      mail('later'),
    ),
  );
  await world.publish(journey({ name: 'first', on: { on: 'first_purchase' } }, mail('first')));
  for (let i = 0; i < SMALL; i++)
    await world.publish(
      journey(
        { name: `small ${i}`, on: visited, settings: i % 2 ? { goal: bought } : {} },
        wait(`PT${1 + (i % 3)}M`),
        branch({ attribute: 'email', op: 'exists' }, [mail(i % 2 ? 'odd' : 'even')]),
        ...(i % 3 ? [] : [wait('PT1M')]),
      ),
    );
}

/** Lets the workspace's clock run about a hundred times as fast. */
async function hurry({ query, workspaceId }: World): Promise<void> {
  await pause(50);
  await query('update workspace set clock_offset_ms = clock_offset_ms + 5000 where id = $1', [workspaceId]);
}

test('advancing, timers, letters and facts at once: no deadlock, nobody twice', { timeout: 120_000 }, async () => {
  await using database = await createWorldDatabase(10);
  await using world = await createWorld({ database, at: 'running' });
  const { db, inStore } = world.services;
  const id = world.workspaceId;
  await publishMany(world);
  const people = crowd(500);
  const batches = (make: (who: (typeof people)[number]) => Fact[]): Fact[][] => {
    const facts = people.flatMap(make).toSorted(() => Math.random() - 0.5);
    return Array.from({ length: Math.ceil(facts.length / 50) }, (_, i) => facts.slice(i * 50, (i + 1) * 50));
  };
  await world.receive(people.flatMap((who) => world.facts.identify(who)));
  const tellAll = async (all: Fact[][]) => {
    for (const batch of all) await world.receive(batch);
  };

  const stop = new AbortController();
  const working = [
    ...[1, 2].map(() => repeat(stop.signal, () => advance(inStore, id, ALL_SHARDS, 100))),
    ...[1, 2].map(() => repeat(stop.signal, () => sendDue(world.services, id, { limit: 100 }))),
    ...[1, 2].map(() => repeat(stop.signal, () => fireTimers(inStore, id))),
    repeat(stop.signal, () => keepHouse(db)),
    repeat(stop.signal, () => hurry(world)),
  ];
  const all = async () => {
    await Promise.all([
      tellAll(batches((who) => world.facts.event(who, 'visited'))),
      tellAll(batches((who) => world.facts.event(who, 'visited'))),
      tellAll(batches((who) => world.facts.order(who))),
    ]);
    const busy = `select exists (select from enrollment where ended_at is null) or exists (select from timer) as busy`;
    await until('the end of everything', async () => !(await world.query<{ busy: boolean }>(busy))[0]!.busy, 60);
  };
  await Promise.race([all(), ...working]); // whoever fails says so first
  stop.abort();
  await Promise.all(working);

  const rows = await world.query<{ name: string; people: number; most: number; total: number }>(
    `select j.name, count(distinct customer_id) as people, max(n) as most, sum(n)::int as total
       from (select journey_id, customer_id, count(*) as n from enrollment group by 1, 2) e
       join journey j on j.id = e.journey_id group by 1`,
  );
  const named = new Map(rows.map((row) => [row.name, row]));
  for (let i = 0; i < SMALL; i++) expect(named.get(`small ${i}`)).toMatchObject({ people: 500, most: 1 });
  expect(named.get('first')).toMatchObject({ people: 500, most: 1 });
  expect(named.get('later')).toMatchObject({ people: 500, most: 2, total: 1000 });
  expect(named.get('entered')?.total).toBe(named.get('left')?.total);
  expect(await world.query('select error from enrollment where error is not null')).toEqual([]);
});
