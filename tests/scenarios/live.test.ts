import { healthOf } from '@tabiji/server/journeys/health/health.ts';
import { isDeepStrictEqual } from 'node:util';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { keepHouse } from '@tabiji/server/jobs/keep-house.sql.ts';
import { openLiveFeeds, readStats, type LiveMessage } from '@tabiji/server/journeys/live/feeds.ts';
import { filterOf } from '@tabiji/server/journeys/live/filter.ts';
import { statsOf } from '@tabiji/server/journeys/stats.sql.ts';
import type { JourneyStats, StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { chance } from '@tabiji/shared/chance.ts';
import { afterEach, expect, test } from 'vitest';
import { branch, exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie, crowd } from '../support/people.ts';
import { until } from '../support/until.ts';
import { createWorld, type World } from '../support/world.ts';

const statsIn = (world: World, id: number, query: StatsQuery = {}): Promise<JourneyStats> =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) => statsOf(trx, here, id, filterOf(query, here)));

/** What the diary, the messages and the positions themselves say of the days since `from` (workspace's calendar). */
async function fromRows(world: World, from: string) {
  const steps = await world.query<{ node: string; outcome: string; name: string; n: number }>(
    `select s.step ->> 0 as node, s.step ->> 1 as outcome, coalesce(s.step ->> 2, '') as name, count(*)::int as n
       from diary d cross join lateral json_array_elements(d.steps) as s(step)
      where d.workspace_id = $1 and (d.at at time zone 'Asia/Tokyo')::date >= $2::date and s.step ->> 1 in ('leave', 'exit')
      group by 1, 2, 3`,
    [world.workspaceId, from],
  );
  const sent = await world.query<{ node: string; n: number }>(
    `select node, count(*)::int as n from message
      where workspace_id = $1 and state = 'sent' and (at at time zone 'Asia/Tokyo')::date >= $2::date group by 1`,
    [world.workspaceId, from],
  );
  const waiting = await world.query<{ node: string; n: number }>(
    `select node, count(*)::int as n from enrollment where workspace_id = $1 and ended_at is null group by 1`,
    [world.workspaceId],
  );
  const of = (rows: { node: string; n: number }[]) => Object.fromEntries(rows.map(({ node, n }) => [node, n]));
  const left = steps.filter(({ outcome }) => outcome === 'leave').map(({ node, name, n }) => [`${node}.${name}`, n]);
  const exits = steps.filter(({ outcome }) => outcome === 'exit').map(({ node, n }) => ({ node, n }));
  return {
    left: Object.fromEntries(left) as Record<string, number>,
    exits: of(exits),
    sent: of(sent),
    waiting: of(waiting),
  };
}

function asRows({ nodes }: JourneyStats): Awaited<ReturnType<typeof fromRows>> {
  const of = (figure: 'exits' | 'sent' | 'waiting') =>
    Object.fromEntries(Object.entries(nodes).flatMap(([node, { [figure]: n }]) => (n > 0 ? [[node, n]] : [])));
  const left = Object.entries(nodes).flatMap(([node, figures]) =>
    Object.entries(figures.left).map(([port, n]) => [`${node}.${port}`, n]),
  );
  return {
    left: Object.fromEntries(left) as Record<string, number>,
    exits: of('exits'),
    sent: of('sent'),
    waiting: of('waiting'),
  };
}

test.each([1, 2])('figures of a period are the rows of its days, folded or not (%i)', async (seed) => {
  await using world = await createWorld();
  let drawn = 0;
  const random = () => chance('live', seed, drawn++);
  const { id } = await world.publish(
    journey(
      {
        on: { on: 'event', event: 'came' },
        settings: { reentry: 'always', goal: { event: 'bought', op: 'gte', value: 1, since: 'entered' } },
      },
      wait('P2D'),
      mail('first'),
      wait('P3D', '18:00'),
      branch({ event: 'read', op: 'gte', value: 1 }, [mail('second')], [exit('cold')]),
    ),
  );
  for (let day = 0; day < 14; day++) {
    for (const who of crowd(4)) {
      if (random() < 0.5) await world.event(who, 'came');
      if (random() < 0.2) await world.event(who, 'read');
      if (random() < 0.15) await world.event(who, 'bought');
    }
    if (random() < 0.4) await keepHouse(world.services.db);
    await world.travel('P1D');
  }
  const date = (days: number) => new Date(Date.parse('2026-03-16') - days * 86_400_000).toISOString().slice(0, 10);
  for (const [period, days] of [
    ['all', 30],
    ['7d', 6],
    ['today', 0],
  ] as const)
    expect(asRows(await statsIn(world, id, { period }))).toEqual(await fromRows(world, date(days)));
  const whole = await statsIn(world, id);
  expect(await statsIn(world, id, { from: date(30) })).toMatchObject({ nodes: whole.nodes, exits: whole.exits });
  expect(await statsIn(world, id, { version: 1 })).toMatchObject({ nodes: whole.nodes, active: whole.active });
  expect((await statsIn(world, id, { version: 2 })).nodes).toEqual({});
});

test('a goal counts for each mail that was handed over before it, and a click once per mail', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(
    journey(
      { on: { on: 'event', event: 'came' }, settings: { goal: { orders: 'count', op: 'gte', value: 1 } } },
      mail('first'),
      wait('P2D'),
      mail('second'),
      wait('P2D'),
    ),
  );
  for (const who of [ada, ben, chie]) await world.event(who, 'came');
  const click = { template: 'first', journey: id, node: 'first' };
  for (const who of [ada, ada, ben]) await world.event(who, 'message_clicked', click);
  await world.event(chie, 'message_clicked', { ...click, journey: id + 1 });
  await world.order(ada);
  await world.travel('P3D');
  await world.order(ben);
  const { nodes } = await statsIn(world, id);
  expect(nodes['first']).toMatchObject({ sent: 3, clicked: 2, goals: 2 });
  expect(nodes['second']).toMatchObject({ sent: 2, clicked: 0, goals: 1 });
  const health = inWorkspace(world.services.db, world.workspaceId, (trx, here) => healthOf(trx, here, id));
  expect((await health).clicks).toBe(true);
});

test('people who follow a new version stand there in its figures', async () => {
  await using world = await createWorld();
  const { id, republish } = await world.publish(
    journey({ on: { on: 'event', event: 'came' } }, wait('P5D'), mail('old')),
  );
  for (const who of [ada, ben]) await world.event(who, 'came');
  await republish(journey({ on: { on: 'event', event: 'came' } }, wait('P5D'), mail('new')));
  await world.event(chie, 'came');
  expect((await statsIn(world, id)).nodes['wait1']).toMatchObject({ waiting: 3, entered: 3 });
  expect((await statsIn(world, id, { version: 2 })).nodes['wait1']).toMatchObject({ waiting: 3, entered: 1 });
  expect((await statsIn(world, id, { version: 1 })).nodes['wait1']).toMatchObject({ waiting: 0, entered: 2 });
});

const holds = (what: () => boolean) => until(what.toString(), () => Promise.resolve(what()));

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** Feeds whose readings are counted, and listeners that keep what they are told. */
function listening(world: World, id: number) {
  const readings: number[] = [];
  const read = readStats(world.services.db);
  const feeds = openLiveFeeds(world.services, {
    everyMs: 40,
    read: (workspaceId, journeyId, queries) => {
      readings.push(queries.length);
      return read(workspaceId, journeyId, queries);
    },
  });
  stops.push(() => feeds.end());
  const follow = (query: StatsQuery = {}) => {
    const told: LiveMessage[] = [];
    const leave = feeds.follow({ workspaceId: world.workspaceId, journeyId: id }, query, (one) => told.push(one));
    return { told, leave };
  };
  return { readings, follow };
}

test('listeners hear a snapshot and then each change once, by one reading for all of them', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: { on: 'event', event: 'came' } }, wait('P1D'), mail('hello')));
  const { readings, follow } = listening(world, id);
  const [first, second, today] = [follow(), follow(), follow({ period: 'today' })];
  for (const one of [first, second, today]) await holds(() => one.told.length === 1);
  expect(Math.max(...readings)).toBe(2); // two queries, three listeners
  await world.event(ada, 'came');
  const entered = await statsIn(world, id);
  await holds(() => isDeepStrictEqual(folded(first.told).nodes, entered.nodes));
  const deltas = first.told.slice(1).map((one) => Object.keys((one as { data: JourneyStats }).data.nodes));
  expect([...new Set(deltas.flat())].toSorted()).toEqual(['start', 'wait1']); // told apart when a reading falls between
  await world.travel('P2D');
  const nodes = await statsIn(world, id);
  await holds(() => isDeepStrictEqual(folded(first.told).nodes, nodes.nodes));
  const quiet = first.told.length;
  const read = readings.length;
  await holds(() => readings.length > read + 3);
  expect(first.told).toHaveLength(quiet); // nothing has happened, nothing is told
  expect(first.told[1]).toMatchObject({ event: 'delta', data: { active: 1 } });
  expect(second.told).toEqual(first.told);
  expect(folded(today.told).nodes['wait1']).toMatchObject({ entered: 0 });
});

test('nobody listens: nothing is read', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: { on: 'event', event: 'came' } }, wait('P1D')));
  const { readings, follow } = listening(world, id);
  const [first, second] = [follow(), follow()];
  await holds(() => second.told.length === 1);
  first.leave();
  second.leave();
  const read = readings.length;
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(readings.length - read).toBeLessThanOrEqual(1); // one may have been under way
  const again = follow();
  await holds(() => again.told.length === 1);
  expect(again.told[0]).toMatchObject({ event: 'snapshot' });
});

/** What somebody knows who has listened from the beginning. */
function folded(told: readonly LiveMessage[]): JourneyStats {
  let known: JourneyStats | undefined;
  for (const message of told) {
    if (message.event === 'snapshot') known = structuredClone(message.data);
    else if (message.event === 'delta')
      known = { ...known!, ...message.data, nodes: { ...known!.nodes, ...message.data.nodes } };
  }
  return known!;
}
