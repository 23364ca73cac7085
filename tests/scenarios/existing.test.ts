import type { Existing } from '@tabiji/shared/journey/existing.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { insertJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { countExisting, takeIn } from '@tabiji/server/journeys/take-in.ts';
import { expect, test } from 'vitest';
import { exit, journey, wait } from '../support/build.ts';
import { ada, ben, chie, crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const count = (world: World, on: Trigger, existing: Existing) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    insertJourney(trx, here, journey({ on }, exit('x'))),
  ).then((id) => countExisting(world.services.db, world.workspaceId, id, existing));

/** Ada bought 10 and 60 days ago, Ben 60 days ago; Ada is in the segment of those who came twice. */
async function shop() {
  const world = await createWorld();
  await world.segment('twice', { orders: 'count', op: 'gte', value: 2 });
  await world.order(ada, { at: '2026-01-01' });
  await world.order(ben, { at: '2026-01-01' });
  await world.order(ada, { at: '2026-02-20' });
  await world.event(ada, 'visited');
  await world.event(ada, 'visited');
  await world.identify(chie, { attributes: { birthday: '1980-01-01' } });
  return world;
}

test.for<[Trigger, Existing, string[]]>([
  [{ on: 'first_purchase' }, 'future', []],
  [{ on: 'first_purchase' }, 'everybody', ['ada', 'ben']],
  [{ on: 'first_purchase' }, { last: 'P30D' }, []],
  [{ on: 'nth_purchase', n: 2 }, { last: 'P30D' }, ['ada']],
  [{ on: 'order' }, { last: 'P90D' }, ['ada', 'ben']],
  [{ on: 'event', event: 'visited' }, 'everybody', ['ada']],
  [{ on: 'segment', segment: 'twice', change: 'entered' }, 'everybody', ['ada']],
  [{ on: 'segment', segment: 'twice', change: 'left' }, 'everybody', []],
  [{ on: 'elapsed', after: 'P30D', since: 'last_order' }, 'everybody', ['ben']],
  [{ on: 'elapsed', after: 'P7D', since: 'last_order' }, { last: 'P7D' }, ['ada']],
  [{ on: 'elapsed', after: 'P20D', since: 'delivered' }, { last: 'P50D' }, ['ben', 'ada']],
  [{ on: 'cpm', rank: { to: ['first'] } }, 'everybody', ['ben']],
  [{ on: 'cpm', rank: { to: ['growing'] } }, { last: 'P30D' }, ['ada']],
  [{ on: 'anniversary', attribute: 'birthday', at: '10:00' }, 'everybody', []],
  [{ on: 'manual' }, 'everybody', []],
])('%j with %j lets in %j, as was counted before, and nobody twice', async ([on, existing, names]) => {
  await using world = await shop();
  expect(await count(world, on, existing)).toMatchObject({ people: names.length, complete: true });
  const published = await world.publish(journey({ on, settings: { reentry: 'always' } }, wait('P1D')), existing);
  const entered = async () =>
    (
      await world.query<{ id: string }>(
        'select c.external_id as id from enrollment e join customer c on c.id = e.customer_id order by 1',
      )
    ).map(({ id }) => id);
  expect(await entered()).toEqual(names.toSorted());
  await world.query('update take_in set finished_at = null, cursor = 0');
  await takeIn(world.services.db, world.workspaceId, published.id);
  expect(await entered()).toEqual(names.toSorted());
});

test('a large shop is let in page by page, and a stop in the middle loses and doubles nobody', async () => {
  await using world = await createWorld();
  const people = crowd(1300);
  for (let from = 0; from < people.length; from += 650)
    await world.receive(people.slice(from, from + 650).flatMap((one) => world.facts.order(one)));
  await world.settle();
  const stop = new AbortController();
  const graph = journey({ on: { on: 'first_purchase' } }, exit('in'));
  const published = await world.publish(graph);
  await world.query(
    `insert into take_in (workspace_id, journey_id, version, existing, asked_at) values ($1, $2, 1, 'everybody', now())`,
    [world.workspaceId, published.id],
  );
  stop.abort();
  await expect(takeIn(world.services.db, world.workspaceId, published.id, stop.signal)).rejects.toThrow(/goes on/);
  await Promise.all([1, 2].map(() => takeIn(world.services.db, world.workspaceId, published.id)));
  await world.settle();
  expect(
    await world.query('select count(*)::int as n, count(distinct customer_id)::int as people from enrollment'),
  ).toEqual([{ n: 1300, people: 1300 }]);
  expect(await world.query('select entered, finished_at is not null as done from take_in')).toEqual([
    { entered: 1300, done: true },
  ]);
});
