import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { holdMails, releaseMails } from '@tabiji/server/journeys/release-hold/release.ts';
import { showMail } from '@tabiji/server/journeys/release-hold/show-mail.ts';
import { resume } from '@tabiji/server/journeys/life.ts';
import { releaseOutlook, releaseStanding, waitingPage } from '@tabiji/server/journeys/release-hold/waiting.ts';
import { withdrawMails } from '@tabiji/server/journeys/release-hold/withdraw.ts';
import { plannedSends } from '@tabiji/server/planned/planned.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie, crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const by = { actor: 'token', origin: '127.0.0.1', agent: 'test' };

/** What a marketer does with the first mails of a journey. */
function desk(world: World, id: number) {
  const inIt = <T>(work: Parameters<typeof inWorkspace<T>>[2]) =>
    inWorkspace(world.services.db, world.workspaceId, work);
  const { workspaceId } = world;
  return {
    hold: (first: number) => inIt((trx, here) => holdMails(trx, here, id, { first, by: '田中' })),
    standing: () => inIt((trx, here) => releaseStanding(trx, here, id)),
    waiting: async () => (await inIt((trx, here) => waitingPage(trx, here, id, { limit: 200 }))).mails,
    show: (mail: number) =>
      inIt((trx, here) => showMail(trx, here, { journeyId: id, id: mail, base: world.services.config })),
    outlook: () => inIt((trx, here) => releaseOutlook(trx, here, id)),
    withdraw: async (...mails: number[]) => {
      const taken = await inIt((trx, here) => withdrawMails(trx, here, id, { mails, because: '宛名の誤り', by }));
      await world.settle();
      return taken;
    },
    release: async () => {
      const { outcome } = await inIt((trx, here) => releaseMails(trx, here, id, { by: '佐藤', note: '見ました' }));
      await world.services.enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
      await world.settle();
      return outcome;
    },
    /** Without waiting for anything. */
    releaseNow: () => inIt((trx, here) => releaseMails(trx, here, id, { by: '佐藤', note: null })),
    planned: () => inIt((trx, here) => plannedSends(trx, here, 14)),
  };
}

test('nothing of a held journey goes before its release, however many gather; waits behind a mail count from the sending', async () => {
  await using world = await createWorld();
  const one = await world.publish(journey({ on: visited }, mail('a'), wait('P1D'), mail('b')));
  await world.publish(journey({ on: visited }, mail('c')));
  const { hold, release, standing, planned } = desk(world, one.id);
  await hold(2);
  const people = crowd(5);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'visited')));
  await world.travel('P3D'); // 5 March, 10:00
  expect((await world.letters.all()).map(({ template }) => template)).toEqual(Array(5).fill('c'));
  expect(await standing()).toMatchObject({ hold: { first: 2, by: '田中' }, waiting: 5, earlier: [] });
  expect(await world.standing(people[0]!)).toEqual({ node: 'a', until: null });
  expect((await planned()).undated).toMatchObject([{ journey: { id: one.id }, why: 'unreleased', count: 5 }]);
  await release();
  expect(await standing()).toMatchObject({
    hold: null,
    waiting: 0,
    releasing: null,
    earlier: [{ first: 2, by: '田中', endedBy: '佐藤', outcome: 'released', mails: 5, note: '見ました' }],
  });
  await world.travel('P2D');
  for (const who of people)
    expect((await world.letters.to(who)).map(({ at, template }) => [at, template])).toEqual([
      ['2026-03-02 10:00', 'c'],
      ['2026-03-05 10:00', 'a'],
      ['2026-03-06 10:00', 'b'],
    ]);
});

test('who says no, or meets the goal, while a mail waits does not get it; the others do', async () => {
  await using world = await createWorld();
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  const held = await world.publish(journey({ on: visited, settings: { goal } }, mail('a'), wait('P1D'), mail('b')));
  const { hold, release, waiting, outlook } = desk(world, held.id);
  await hold(50);
  for (const who of [ada, ben, chie]) await world.event(who, 'visited');
  expect((await waiting()).map(({ customer, fate }) => [customer.externalId, fate.kind])).toEqual(
    [ada, ben, chie].map(({ customer }) => [customer, 'goes']),
  );
  await world.order(ben, { amount: 3000 });
  await world.query(
    `insert into subscription (workspace_id, customer_id, at, subscribed, topic, source)
     select workspace_id, id, $2, false, 'news', 'test' from customer where external_id = $1`,
    [chie.customer, new Date(await world.now())],
  );
  expect((await waiting()).map(({ customer, fate }) => [customer.externalId, fate])).toEqual([
    [ada.customer, { kind: 'goes' }],
    [chie.customer, { kind: 'refused', because: 'unsubscribed' }],
  ]);
  expect(await outlook()).toEqual({
    waiting: 2,
    goes: 1,
    later: [],
    refused: [{ because: 'unsubscribed', count: 1 }],
    complete: true,
  });
  await release();
  expect((await world.letters.all()).map(({ to, template }) => [to, template])).toEqual([[ada.email, 'a']]);
  expect(
    await world.query(
      `select state, split_part(because, ':', 1) as because from message where state <> 'sent' order by 1`,
    ),
  ).toEqual([
    { state: 'cancelled', because: 'ended' },
    { state: 'skipped', because: 'unsubscribed' },
  ]);
});

test('a waiting mail is shown as its own reader would get it, and what is taken back says why', async () => {
  await using world = await createWorld();
  const held = await world.publish(journey({ on: visited }, mail('a'), wait('P1D'), mail('b')));
  const { hold, release, waiting, show, withdraw } = desk(world, held.id);
  await hold(50);
  await world.event(ada, 'visited');
  await world.event(ben, 'visited');
  const [first, second] = await waiting();
  const shown = await show(second!.id);
  expect(shown).toMatchObject({ customer: { externalId: ben.customer }, to: ben.email, subject: 'a', problem: null });
  expect(await withdraw(first!.id)).toBe(1);
  expect(await withdraw(first!.id)).toBe(0);
  await release();
  expect((await world.letters.to(ben))[0]!.text).toBe(shown.text);
  expect(await world.letters.to(ada)).toEqual([]);
  expect(await world.query(`select state, because from message where state <> 'sent'`)).toEqual([
    { state: 'skipped', because: 'withdrawn: 宛名の誤り' },
  ]);
  expect(await world.query('select action, people from intervention')).toEqual([{ action: 'withdraw', people: 1 }]);
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['b']); // goes on without it
});

test('mails that wait are written by the version that was published meanwhile', async () => {
  await using world = await createWorld();
  const graph = journey({ on: visited }, mail('a'), wait('P1D'), mail('b'));
  const held = await world.publish(graph);
  const { hold, release, waiting, show } = desk(world, held.id);
  await hold(50);
  await world.event(ada, 'visited');
  await world.install(
    ['a'],
    '<mjml><mj-body><mj-section><mj-column><mj-text>mended</mj-text></mj-column></mj-section></mj-body></mjml>',
  );
  await held.publishAgain();
  const [only] = await waiting();
  expect((await show(only!.id)).text).toContain('mended');
  await release();
  expect((await world.letters.to(ada))[0]!.text).toContain('mended');
});

test.each(['now', 'shift'] as const)(
  'released while a resume (%s) is under way: they go when it is done',
  async (policy) => {
    await using world = await createWorld();
    const held = await world.publish(journey({ on: visited }, mail('a'), wait('P1D'), mail('b')));
    const { hold, releaseNow, standing } = desk(world, held.id);
    await hold(50);
    for (const who of [ada, ben]) await world.event(who, 'visited');
    await held.pause();
    const { workspaceId, services } = world;
    await inWorkspace(services.db, workspaceId, (trx, here) => resume(trx, here, held.id, policy));
    expect(await releaseNow()).toEqual({ outcome: 'after_resume', mails: 2 });
    expect(await releaseNow()).toEqual({ outcome: 'nothing_held', mails: 0 }); // pressed twice
    expect(await standing()).toMatchObject({ hold: null, releasing: { total: 2 } });
    await services.enqueue('change_journey', `${workspaceId}.${held.id}`, { workspaceId, journeyId: held.id });
    await world.settle();
    expect(await standing()).toMatchObject({ releasing: null, waiting: 0 });
    expect((await world.letters.all()).map(({ template }) => template)).toEqual(['a', 'a']);
    expect(await world.query('select outcome, mails from release_hold')).toEqual([{ outcome: 'released', mails: 2 }]);
  },
);

test('a release says what happened: nothing held, released, or released with the resume', async () => {
  await using world = await createWorld();
  const held = await world.publish(journey({ on: visited }, mail('a')));
  const { hold, release } = desk(world, held.id);
  expect(await release()).toBe('nothing_held');
  await hold(50);
  expect(await release()).toBe('released');
  await hold(50);
  await world.event(ada, 'visited');
  await held.pause();
  expect(await release()).toBe('when_resumed');
  expect(await release()).toBe('nothing_held');
  expect(await world.letters.all()).toEqual([]);
  await held.resume('now');
  await world.settle();
  expect(await world.letters.templatesTo(ada)).toEqual(['a']);
});

test('a paused journey keeps what was released until it goes on; a stopped one forgets that its mails were held', async () => {
  await using world = await createWorld();
  const held = await world.publish(journey({ on: visited }, mail('a')));
  const { hold, release, standing } = desk(world, held.id);
  await hold(50);
  await world.event(ada, 'visited');
  await held.pause();
  await release();
  expect(await world.letters.all()).toEqual([]);
  await held.resume('now');
  await world.settle();
  expect(await world.letters.templatesTo(ada)).toEqual(['a']);
  await hold(10);
  await world.event(ben, 'visited');
  await held.pause();
  await held.resume('now'); // which is no release
  await world.settle();
  expect(await world.letters.to(ben)).toEqual([]);
  expect(await standing()).toMatchObject({ hold: { first: 10 }, waiting: 1 });
  await held.stop();
  expect(await standing()).toMatchObject({
    hold: null,
    earlier: [{ outcome: 'stopped', mails: 1 }, { outcome: 'released' }],
  });
  expect(await world.letters.to(ben)).toEqual([]);
});
