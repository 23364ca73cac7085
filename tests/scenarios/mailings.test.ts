import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { keepHouse } from '@tabiji/server/jobs/keep-house.sql.ts';
import { listJourneys } from '@tabiji/server/journeys/pages.sql.ts';
import { changeMailing, createMailing, listMailings, stopMailing } from '@tabiji/server/mailings/mailings.ts';
import { NOBODY } from '@tabiji/server/journeys/draft/author.ts';
import { addSender } from '@tabiji/server/senders/change-sender.ts';
import { SenderSettings } from '@tabiji/shared/sending/sender.ts';
import { reachOf } from '@tabiji/server/mailings/reach.ts';
import { plannedSends } from '@tabiji/server/planned/planned.ts';
import type { CreateMailing, MailingPlan } from '@tabiji/shared/api/mailings.ts';
import { expect, test } from 'vitest';
import { ada, ben, chie, crowd, dora } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const plan: MailingPlan = {
  segment: 'gold',
  template: 'sale',
  sender: null,
  topic: null,
  at: '2026-03-05T10:00',
  zone: 'workspace',
};

const open = async (world: World) => {
  await world.install(['sale']);
  await world.segment('gold', { attribute: 'plan', op: 'eq', value: 'gold' });
};
const gold = { attributes: { plan: 'gold' } };
const create = (world: World, more: Partial<CreateMailing> = {}) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    createMailing(trx, here, { ...plan, name: '春のお便り', ...more }, undefined),
  );
const change = (world: World, id: number, more: Partial<CreateMailing>) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    changeMailing(trx, here, id, { ...plan, name: '春のお便り', ...more }, NOBODY),
  );
const list = (world: World) => inWorkspace(world.services.db, world.workspaceId, listMailings);
const stop = async (world: World, id: number) => {
  const stopped = await inWorkspace(world.services.db, world.workspaceId, (trx, here) => stopMailing(trx, here, id));
  await world.services.enqueue('change_journey', String(id), { workspaceId: world.workspaceId, journeyId: id });
  return stopped;
};

test('whoever is in the segment at its time gets it, once; then it is put away', async () => {
  await using world = await createWorld();
  await open(world);
  await world.identify(ada, gold);
  await world.identify(ben, gold);
  await world.identify(chie);
  const made = await create(world);
  expect(made).toMatchObject({ state: 'scheduled', begins: '2026-03-05T01:00:00.000Z', entered: 0, sent: 0 });
  const journeys = await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    listJourneys(trx, here, false),
  );
  expect(journeys).toEqual([]);
  const { mails } = await inWorkspace(world.services.db, world.workspaceId, (trx, here) => plannedSends(trx, here, 14));
  expect(mails).toMatchObject([{ day: '2026-03-05', certain: 0, possible: 2, journey: { kind: 'mailing' } }]);

  await world.identify(ben, { attributes: { plan: 'silver' } });
  await world.identify(chie, gold);
  await world.travelTo('2026-03-05T12:00:00+09:00');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-05 10:00', 'sale']]);
  expect(await world.letters.datesTo(chie)).toEqual([['2026-03-05 10:00', 'sale']]);
  expect(await world.letters.datesTo(ben)).toEqual([]);
  expect(await list(world)).toMatchObject([{ state: 'done', entered: 2, sent: 2, waiting: 0 }]);
  await keepHouse(world.services.db);
  expect(await world.query('select status from journey')).toEqual([{ status: 'archived' }]);
  await world.travel('P300D');
  expect(await world.letters.all()).toHaveLength(2);
  expect(await list(world)).toMatchObject([{ state: 'done', sent: 2 }]);
});

test('before it is made, everybody is judged by the rules that will judge its mails', async () => {
  await using world = await createWorld();
  await world.rules({ blackout: { days: [{ on: '2026-03-05' }], holidays: false } });
  await open(world);
  for (const one of [ada, ben, chie, { ...dora, email: null }]) await world.identify(one, gold);
  await world.query(
    `insert into subscription (workspace_id, customer_id, at, subscribed, topic, source)
     select workspace_id, id, now(), false, '*', 'test' from customer where external_id = 'ben'`,
  );
  const reach = (of: MailingPlan) =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) => reachOf(trx, here, of));
  expect(await reach(plan)).toMatchObject({
    people: 4,
    allowed: 0,
    later: [{ because: 'blackout', count: 2 }],
    open: '2026-03-06T01:00:00.000Z',
  });
  const friday = await reach({ ...plan, at: '2026-03-06T10:00' });
  expect(friday).toMatchObject({ people: 4, allowed: 2, later: [], open: null });
  expect(friday.refused.toSorted((a, b) => (a.because < b.because ? -1 : 1))).toEqual([
    { because: 'no_address', count: 1 },
    { because: 'unsubscribed', count: 1 },
  ]);
  expect(await reach({ ...plan, segment: null, topic: 'transactional' })).toMatchObject({ people: 4, allowed: 3 });
  await create(world);
  await world.travelTo('2026-03-07T00:00:00+09:00');
  expect((await world.letters.all()).length).toBe(2);
  const [gone] = await list(world);
  expect(gone).toMatchObject({ state: 'done', entered: 4, sent: 2 });
});

test('at each customer’s own time, on that date everywhere', async () => {
  await using world = await createWorld();
  await open(world);
  await world.identify(ada, gold);
  await world.identify(dora, gold);
  await world.identify({ ...ben, timeZone: 'Pacific/Pago_Pago' }, gold); // 20 hours behind the shop
  await world.identify({ ...chie, timeZone: 'Pacific/Kiritimati' }, gold); // five hours ahead of it
  await create(world, { zone: 'customer' });
  await world.travel('P6D');
  const at = async (one: typeof ada) => (await world.letters.datesTo(one)).map(([when]) => when);
  expect(await at(ada)).toEqual(['2026-03-05 10:00']);
  expect(await at(chie)).toEqual(['2026-03-05 05:00']);
  expect(await at(dora)).toEqual(['2026-03-06 00:00']);
  expect(await at(ben)).toEqual(['2026-03-06 06:00']);
});

test('it is called off before it begins, and stopped while it is going', async () => {
  await using world = await createWorld();
  await world.rules({ quietHours: { from: '21:00', to: '08:00' } });
  await open(world);
  await world.identify(ada, gold);
  await world.identify({ ...dora, timeZone: 'Europe/London' }, gold);
  const first = await create(world);
  expect(await stop(world, first.id)).toMatchObject({ state: 'cancelled' });
  const second = await create(world, { at: '2026-03-05T12:00' }); // 03:00 in London
  await world.travelTo('2026-03-05T13:00:00+09:00');
  expect(await list(world)).toMatchObject([{ state: 'running', sent: 1, waiting: 1 }, { state: 'cancelled' }]);
  expect(await stop(world, second.id)).toMatchObject({ state: 'stopped' });
  await world.travel('P3D');
  expect(await world.letters.all()).toHaveLength(1);
  expect(await list(world)).toMatchObject([{ state: 'stopped', sent: 1, waiting: 0 }, { state: 'cancelled' }]);
  await expect(create(world, { at: '2026-03-05T12:00' })).rejects.toThrow('passed');
});

test('a large one goes in page by page, and stopping half-way through loses and doubles nobody', async () => {
  await using world = await createWorld();
  await world.install(['sale']);
  await world.receive(crowd(1500).map(({ customer, email }) => ({ type: 'identify' as const, customer, email })));
  await create(world, { segment: null });
  await world.travel('P4D');
  expect(
    await world.query('select count(*)::int as n, count(distinct customer_id)::int as people from message'),
  ).toEqual([{ n: 1500, people: 1500 }]);
});

test('until it begins it can be changed: to whom, what, in whose name and when', async () => {
  await using world = await createWorld();
  await open(world);
  await world.install(['news']);
  await world.segment('silver', { attribute: 'plan', op: 'eq', value: 'silver' });
  await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    addSender(trx, here, {
      ...SenderSettings.parse({ name: '店長', fromName: { ja: '店長より', en: '' }, address: 'tencho@tabiji.example' }),
      key: 'tencho',
    }),
  );
  await world.identify(ada, gold);
  await world.identify(ben, { attributes: { plan: 'silver' } });
  const { id } = await create(world);
  const wanted = { name: '夏のお便り', segment: 'silver', template: 'news', sender: 'tencho', at: '2026-03-07T09:30' };
  expect(await change(world, id, wanted)).toMatchObject({
    ...wanted,
    state: 'scheduled',
    senderName: '店長',
    begins: '2026-03-07T00:30:00.000Z',
  });
  await expect(change(world, id, { at: '2026-03-01T10:00' })).rejects.toThrow('has passed');
  await world.travelTo('2026-03-06T00:00:00+09:00');
  expect(await world.letters.all()).toEqual([]); // its old time has passed
  expect(await change(world, id, { ...wanted, at: '2026-03-06T09:30' })).toMatchObject({ state: 'scheduled' });
  await world.travelTo('2026-03-08T00:00:00+09:00');
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-06 09:30', 'news']]);
  expect(await world.letters.all()).toHaveLength(1);
  expect(await world.query('select sender from letter')).toEqual([{ sender: expect.stringContaining('店長より') }]);
  await expect(change(world, id, { ...wanted, at: '2026-03-20T09:30' })).rejects.toThrow('もう始まっているか');
});

test('whoever changes it while it begins comes too late, or everybody gets what it was changed to', async () => {
  await using world = await createWorld({ at: 'running' });
  await world.install(['sale', 'news']);
  const people = crowd(30);
  for (const one of people) await world.identify(one);
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000 + 9 * 3_600_000).toISOString().slice(0, 16);
  const late: boolean[] = [];
  for (let round = 0; round < 6; round++) {
    const before = (await world.letters.all()).length;
    const { id } = await create(world, { segment: null, at: soon(2) });
    await world.query(`update timer set at = now() where kind = 'schedule'`);
    const [changed] = await Promise.allSettled([
      change(world, id, { segment: null, template: 'news', at: soon(60) }),
      world.settle(),
    ]);
    const isLate = changed.status === 'rejected';
    late.push(isLate);
    await world.settle();
    await world.drain();
    const fresh = (await world.letters.all()).slice(before);
    expect(fresh.map(({ template }) => template)).toEqual(isLate ? people.map(() => 'sale') : []);
    await stop(world, id).catch(() => undefined);
  }
  expect(late).toHaveLength(6);
});

test('a mail with links of a question is refused: a mailing asks none', async () => {
  await using world = await createWorld();
  await open(world);
  await world.install(
    ['sale'],
    '<mjml><mj-body><mj-section><mj-column><mj-text><a href="{{ question.felt.yes }}">はい</a></mj-text></mj-column></mj-section></mj-body></mjml>',
  );
  await expect(create(world)).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringMatching(/sale.*“felt”.*a mailing asks none.*take the links out/),
  });
  expect(await list(world)).toEqual([]);
});
