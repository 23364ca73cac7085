import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { lookAhead } from '@tabiji/server/planned/look-ahead.ts';
import { plannedPeople, plannedSends } from '@tabiji/server/planned/planned.ts';
import type { PlannedPeopleQuery } from '@tabiji/shared/api/planned.ts';
import { expect, test } from 'vitest';
import { branch, called, journey, mail, node, wait } from '../support/build.ts';
import { ada, ben, chie, crowd, dora } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };

const planned = (world: World, days = 14) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) => plannedSends(trx, here, days));
const people = (world: World, query: PlannedPeopleQuery) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) => plannedPeople(trx, here, query));

/** Mails by day and template, as they are planned or as they were sent. */
const plan = async (world: World, days = 14) =>
  Object.fromEntries(
    (await planned(world, days)).mails.map(({ day, template, certain, possible }) => [
      `${day} ${template?.key ?? '?'}`,
      possible === 0 ? certain : [certain, possible],
    ]),
  );
const sent = async (world: World, from: string) => {
  const rows = await world.query<{ name: string; n: number }>(
    `select to_char(at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') || ' ' || template as name, count(*)::int as n
       from message where state = 'sent' and at > $1 group by 1 order by 1`,
    [from],
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};

test('what is certain is what is sent when the clock is moved over those days', async () => {
  await using world = await createWorld();
  await world.rules({
    quietHours: { from: '21:00', to: '08:00' },
    blackout: { days: [{ on: '2026-03-09/2026-03-10', name: '棚卸し' }], holidays: true },
  });
  const on = visited;
  await world.publish(
    journey(
      { name: 'steps', on },
      wait('P1D', '10:00'),
      mail('a'),
      wait('P6D', '22:00'),
      mail('b'),
      wait('PT36H'),
      mail('c'),
    ),
  );
  await world.publish(
    journey({ name: 'receipts', on, settings: { topic: 'transactional' } }, wait('P7D', '09:30'), mail('receipt')),
  );
  const arms = [
    { port: 'x', percent: 60 },
    { port: 'y', percent: 40 },
  ];
  const steps = [wait('P2D'), node('split', { arms }, { x: [mail('x')], y: [mail('y')] })];
  const round = [called('pause', wait('P3D', '18:00')), mail('round')];
  const again = node('go-to', { to: 'pause', times: 2 }, { done: [] });
  await world.publish(journey({ name: 'shares', on }, ...steps, ...round, again));
  const all = [ada, ben, chie, dora, ...crowd(37)];
  await world.tell(all.flatMap((one) => world.facts.event(one, 'visited')));
  await world.travel('PT30H');
  const from = new Date(await world.now()).toISOString();
  const expected = await plan(world, 20);
  expect(Object.values(expected).every((n) => typeof n === 'number')).toBe(true);
  expect(Object.keys(expected).length).toBeGreaterThan(5);
  await world.travel('P18D');
  expect(await sent(world, from)).toEqual(expected);
});

test('what hangs on people is possible, at most so many', async () => {
  await using world = await createWorld();
  const bought = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  await world.publish(
    journey(
      { on: visited },
      wait('P1D', '10:00'),
      mail('a'),
      wait('P1D', '10:00'),
      branch(bought, [mail('yes')], [mail('no')]),
    ),
  );
  await world.event(ada, 'visited');
  await world.event(ben, 'visited');
  expect(await plan(world)).toEqual({ '2026-03-03 a': 2, '2026-03-04 no': [0, 2], '2026-03-04 yes': [0, 2] });
  expect(await plan(world, 2)).toEqual({ '2026-03-03 a': 2 });
});

test('held mails are planned for when they go, with the reason; those of a paused journey wait for no day', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  await world.rules({ quietHours: { from: '21:00', to: '08:00' } });
  const published = await world.publish(journey({ on: visited }, mail('night')));
  await world.event(ada, 'visited');
  const { mails } = await planned(world);
  expect(mails).toMatchObject([
    { day: '2026-03-03', certain: 1, held: [{ why: 'quiet_hours', count: 1 }], from: '2026-03-02T23:00:00.000Z' },
  ]);
  const cell = { day: '2026-03-03', journey: published.id, node: 'night', template: 'night' };
  expect(await people(world, cell)).toMatchObject({
    people: [{ externalId: 'ada', at: '2026-03-02T23:00:00.000Z', certain: true, why: 'quiet_hours' }],
    total: 1,
    unnamed: 0,
  });
  await published.pause();
  const paused = await planned(world);
  expect(paused.mails).toEqual([]);
  expect(paused.undated).toMatchObject([{ why: 'paused', count: 1, template: { key: 'night' } }]);
});

test('triggers of the calendar and schedules are possible, with who meets them now', async () => {
  await using world = await createWorld();
  const birthday = { on: 'anniversary' as const, attribute: 'birthday', offset: '-P7D', at: '10:00' };
  await world.publish(journey({ name: 'birthday', on: birthday }, mail('birthday')));
  const filter = { attribute: 'plan', op: 'eq' as const, value: 'gold' };
  const weekly = { on: 'schedule' as const, cron: '0 10 * * 1', filter };
  const published = await world.publish(
    journey({ name: 'weekly', on: weekly, settings: { reentry: 'always' } }, mail('weekly')),
  );
  await world.identify(ada, { attributes: { birthday: '1980-03-20', plan: 'gold' } });
  await world.identify(ben, { attributes: { plan: 'silver' } });
  expect(await plan(world)).toEqual({
    '2026-03-09 weekly': [0, 1],
    '2026-03-13 birthday': [0, 1],
  });
  const cell = { day: '2026-03-09', journey: published.id, node: 'weekly', template: 'weekly' };
  expect(await people(world, cell)).toEqual({ people: [], total: 1, unnamed: 1 });
});

test('of many people those who are due within a quarter of an hour are one crowd, and nobody is left out', async () => {
  await using world = await createWorld();
  await world.rules({ quietHours: { from: '21:00', to: '08:00' } });
  const arms = [
    { port: 'x', percent: 60 },
    { port: 'y', percent: 40 },
  ];
  await world.publish(
    journey({ on: visited }, wait('P1D'), mail('one'), node('split', { arms }, { x: [mail('x')], y: [] })),
  );
  for (let minute = 0; minute < 40; minute++) {
    await world.event({ customer: `c${minute}`, email: `c${minute}@example.com` }, 'visited');
    await world.travel('PT20M');
  }
  const until = Date.parse('2026-03-06T00:00:00+09:00');
  const look = (most?: number) =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
      lookAhead(trx, here, until, most === undefined ? {} : { most }),
    );
  const counted = ({ mails }: Awaited<ReturnType<typeof look>>, template: string) => {
    const own = mails.filter((one) => one.template === template);
    const days = own.map(
      ({ at, people }) => [new Date(at + 9 * 3_600_000).toISOString().slice(0, 10), people] as const,
    );
    const byDay = Map.groupBy(days, ([day]) => day);
    return {
      crowds: own.length,
      certain: own.every(({ certain }) => certain),
      byDay: [...byDay].map(([day, all]) => [day, all.reduce((sum, [, people]) => sum + people, 0)]),
    };
  };
  const exact = await look();
  const many = await look(20); // more people than that: 40 quarters of an hour, 14 hours
  expect([exact.completeUntil, many.completeUntil]).toEqual([null, null]);
  expect(counted(exact, 'one')).toMatchObject({ crowds: 40, certain: true });
  expect(counted(many, 'one')).toMatchObject({ certain: true, byDay: counted(exact, 'one').byDay });
  expect(counted(many, 'one').crowds).toBeLessThanOrEqual(20);
  expect(counted(exact, 'x').certain).toBe(true);
  expect(counted(many, 'x')).toMatchObject({ certain: false }); // nobody is told apart
});
