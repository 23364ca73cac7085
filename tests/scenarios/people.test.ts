import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { actOnPeople } from '@tabiji/server/journeys/people/act-on-people.ts';
import { keepExport, peopleFile } from '@tabiji/server/journeys/people/people-file.ts';
import { peoplePage } from '@tabiji/server/journeys/people/people-page.ts';
import { PeopleQuery, type ActOnPeople } from '@tabiji/shared/api/people.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { called, journey, mail, node, wait } from '../support/build.ts';
import { ada, ben, chie, crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const on = { on: 'event' as const, event: 'came' };
const by = { actor: 'token', origin: '127.0.0.1', agent: 'a test' };

const handsOn = (world: World, id: number) => ({
  page: (query: Partial<PeopleQuery> = {}) =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
      peoplePage(trx, here, id, PeopleQuery.parse(query)),
    ),
  act: async (asked: ActOnPeople) => {
    const done = await actOnPeople(world.services.db, world.workspaceId, id, asked, by);
    await world.settle();
    return done;
  },
});

test.each(['due', 'entered'] as const)('people at the same instant come once each, page by page (%s)', async (sort) => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, wait('P3D'), mail('hello')));
  await world.tell(crowd(7).flatMap((who) => world.facts.event(who, 'came')));
  await world.travel('P1D');
  for (const who of [ada, ben]) await world.event(who, 'came');
  const { page } = handsOn(world, id);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { people, next, total } = await page({ sort, limit: 2, ...(after && { after }) });
    expect(total).toBe(after === undefined ? 9 : null);
    seen.push(...people.map(({ customer }) => customer));
    after = next ?? undefined;
  } while (after !== undefined);
  const early = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
  expect(seen.toSorted()).toEqual([...early, 'ada', 'ben'].toSorted());
  const late = sort === 'due' ? seen.slice(-2) : seen.slice(0, 2);
  expect(late).toEqual(['ada', 'ben']);
});

test('each row says in words what somebody rests for, and people are found by name', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, wait('P3D'), mail('hello')));
  for (const who of [ada, ben]) await world.event(who, 'came');
  const { page } = handsOn(world, id);
  const { people, total } = await page({ q: '愛田', node: 'wait1' });
  expect(total).toBe(1);
  expect(people).toMatchObject([
    {
      customer: 'ada',
      name: '愛田 彩',
      now: { state: 'waits', node: { id: 'wait1', title: { ja: '待つ' } }, until: '2026-03-05T01:00:00.000Z' },
    },
  ]);
  expect((await page({ node: 'hello' })).people).toEqual([]);
});

test('who is moved on leaves at once, by the way they rest for; the others stay', async () => {
  await using world = await createWorld();
  const listen = node(
    'wait-for',
    { for: { event: 'bought' }, until: 'P9D' },
    { happened: [mail('thanks')], timeout: [mail('reminder')] },
  );
  const { id } = await world.publish(
    journey({ on }, called('pause', wait('P3D')), mail('hello'), called('ear', listen)),
  );
  for (const who of [ada, ben, chie]) await world.event(who, 'came');
  const { page, act } = handsOn(world, id);
  const first = (await page()).people.find(({ customer }) => customer === 'ada')!;
  const who = { ids: [first.id] };
  expect(await act({ who, action: 'move_on', rehearsal: true })).toMatchObject({ done: 1 });
  expect(await world.standing(ada)).toMatchObject({ node: 'pause' });
  expect(await act({ who, action: 'move_on' })).toEqual({ done: 1, letters: 0, parked: 0, impossible: 0 });
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
  expect(await world.standing(ada)).toMatchObject({ node: 'ear' });
  expect(await world.standing(ben)).toMatchObject({ node: 'pause' });
  expect(await act({ who: { node: 'ear' }, action: 'move_on' })).toMatchObject({ done: 1 });
  expect(await world.letters.templatesTo(ada)).toEqual(['hello', 'reminder']);
  expect(await world.diary(ada)).toContain('ear sent_on timeout');
  await world.travel('P4D');
  expect(await world.letters.templatesTo(ben)).toEqual(['hello']);
});

test('who is ended leaves by hand; what was done is kept, and cannot be changed', async () => {
  await using world = await createWorld();
  const { id, pause } = await world.publish(journey({ on }, wait('P3D'), mail('hello')));
  for (const who of [ada, ben, chie]) await world.event(who, 'came');
  const { act } = handsOn(world, id);
  await pause();
  await expect(act({ who: {}, action: 'move_on' })).rejects.toMatchObject({ code: 'refused' });
  expect(await act({ who: { q: 'ada' }, action: 'end' })).toMatchObject({ done: 1 });
  expect(await act({ who: {}, action: 'end' })).toMatchObject({ done: 2 });
  for (const who of [ada, ben, chie]) expect(await world.exits(who)).toEqual(['by_hand']);
  const kept = await world.query<{ people: number }>(
    `select action, people, actor, origin, agent, chosen, cardinality(enrollments) as ids from intervention where workspace_id = $1 order by id`,
    [world.workspaceId],
  );
  expect(kept).toEqual([
    { action: 'end', people: 1, ...by, chosen: { q: 'ada' }, ids: 1 },
    { action: 'end', people: 2, ...by, chosen: {}, ids: 2 },
  ]);
  for (const change of ['delete from intervention', 'update intervention set people = 0'])
    await expect(
      inWorkspace(world.services.db, world.workspaceId, (trx) => sql.raw(change).execute(trx)),
    ).rejects.toThrow(/permission denied/);
});

test('who is parked is left alone', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, wait('P1D'), wait('P1D', '18:00'), mail('hello')));
  await world.event(ada, 'came');
  await world.query(`update customer set time_zone = 'Nowhere/Land'`);
  await world.travel('P4D');
  const { act, page } = handsOn(world, id);
  expect((await page()).people).toMatchObject([{ now: { state: 'parked', error: expect.stringMatching(/nowhere/i) } }]);
  expect(await act({ who: {}, action: 'move_on' })).toEqual({ done: 0, letters: 0, parked: 1, impossible: 0 });
});

test('the file has everybody once and no formula; that it was taken is kept first', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, wait('P3D'), mail('hello')));
  for (const who of [ada, { ...ben, lastName: '=1+1' }]) await world.event(who, 'came');
  const { db } = world.services;
  await keepExport(db, world.workspaceId, id, { node: 'wait1' }, by);
  const pieces: Uint8Array[] = [];
  for await (const piece of peopleFile(db, world.workspaceId, id, { node: 'wait1' }, 'ja')) pieces.push(piece);
  const lines = Buffer.concat(pieces).toString().trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines.find((line) => line.includes('ada'))).toBe(
    `"ada","愛田 彩","1","待つ","2026-03-02 10:00","2026-03-05 10:00","waits",""`,
  );
  expect(lines.find((line) => line.includes('ben'))).toContain(`"'=1+1 勉"`);
  expect(
    await world.query('select action, people from intervention where workspace_id = $1', [world.workspaceId]),
  ).toEqual([{ action: 'export', people: 2 }]);
});
