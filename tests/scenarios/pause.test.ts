import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { resumeSending, stopSending } from '@tabiji/server/workspaces/stop-sending.sql.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const steps = (settings = {}) =>
  journey({ on: visited, settings }, wait('P2D', '18:00'), mail('one'), wait('P1D'), mail('two'));

test('while a journey is paused nobody moves, no mail goes, and who comes in rests at the start', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited');
  await world.travel('P1D');
  await paused.pause();
  await world.event(ben, 'visited');
  await world.travel('P5D');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: null });
  expect(await world.standing(ben)).toEqual({ node: 'start', until: null });
});

test('resumed now, who was due goes on at once; who came in meanwhile begins now', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited');
  await world.travel('P1D');
  await paused.pause();
  await world.event(ben, 'visited');
  await world.travel('P5D'); // 8 March, 10:00
  await paused.resume('now');
  await world.travel('P5D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-08 10:00', 'one'],
    ['2026-03-09 10:00', 'two'],
  ]);
  expect(await world.letters.datesTo(ben)).toEqual([
    ['2026-03-10 18:00', 'one'],
    ['2026-03-11 18:00', 'two'],
  ]);
});

test('shifted, every instant moves by the length of the pause, also of those who were not due yet', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited'); // due on the 4th, 18:00
  await world.travel('P1D');
  await world.event(chie, 'visited'); // due on the 5th, 18:00
  await paused.pause(); // 3rd, 10:00
  await world.travel('P2DT1H'); // ada is due meanwhile, chie is not
  await world.event(ben, 'visited');
  await paused.resume('shift'); // 5th, 11:00
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-03-06 19:00' });
  expect(await world.standing(chie)).toEqual({ node: 'wait1', until: '2026-03-07 19:00' });
  await world.travel('P7D');
  expect((await world.letters.datesTo(ada))[0]).toEqual(['2026-03-06 19:00', 'one']);
  expect((await world.letters.datesTo(ben))[0]).toEqual(['2026-03-07 18:00', 'one']);
});

test('what was due too long ago is passed over with its reason, and its customer goes on', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited'); // due on the 4th, 18:00
  await world.travel('P1D');
  await paused.pause();
  await world.travel('P3D');
  await world.event(ben, 'visited');
  await world.travel('P2D'); // 8th, 10:00: ada's letter is more than two days old
  await paused.resume({ skipOlderThan: 'P2D' });
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-09 10:00', 'two']]);
  expect((await world.letters.templatesTo(ben)).length).toBe(2);
  expect(await world.query(`select template, state, because from message where state <> 'sent'`)).toEqual([
    { template: 'one', state: 'skipped', because: 'overdue' },
  ]);
});

test('letters that were asked for before the pause are held, and go or are passed over when it ends', async () => {
  await using world = await createWorld({ at: '2026-03-02T22:00:00+09:00' });
  const quietHours = { from: '21:00', to: '08:00' };
  const graph = journey({ on: visited, settings: { quietHours } }, mail('one'), wait('P1D'), mail('two'));
  const now = await world.publish({ ...graph, name: 'now' });
  const skip = await world.publish({ ...graph, name: 'skip' });
  await world.event(ada, 'visited');
  await now.pause();
  await skip.pause();
  await world.travelTo('2026-03-05T12:00:00+09:00');
  expect(await world.letters.all()).toEqual([]);
  await now.resume('now');
  await skip.resume({ skipOlderThan: 'P1D' });
  await world.travel('PT1M');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-05 12:00', 'one']]);
  const [sent] = await world.query<{ holds: string[][] }>(`select holds from message where state = 'sent'`);
  expect(sent?.holds.map(([, why]) => why)).toEqual(['quiet_hours', 'paused']);
  await world.travel('P3D');
  expect((await world.letters.templatesTo(ada)).toSorted()).toEqual(['one', 'two', 'two']);
});

test.each(['now', 'shift', { skipOlderThan: 'P30D' }] as const)(
  'who rests for a mail that waits is left resting by a resume (%s), so that it is asked for once',
  async (policy) => {
    await using world = await createWorld();
    const paused = await world.publish(journey({ on: visited }, mail('one')));
    const inIt = (work: Parameters<typeof inWorkspace<unknown>>[2]) =>
      inWorkspace(world.services.db, world.workspaceId, work);
    await inIt((trx, here) => stopSending(trx, here, 'somebody'));
    await world.event(ada, 'visited');
    await world.travel('PT1H');
    await paused.pause();
    await world.travel('PT5H');
    await paused.resume(policy);
    await inIt((trx, here) => resumeSending(trx, here));
    await world.travel('P1D');
    const asked = await world.query<{ visit: number }>('select visit from diary where steps::text like \'%"ask"%\'');
    expect(asked).toEqual([{ visit: 0 }]);
    expect(await world.query('select node, state from message')).toEqual([{ node: 'one', state: 'sent' }]);
  },
);

test('paused again in the middle of a resume, it stays paused and loses nobody', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited');
  await paused.pause();
  await world.travel('P5D');
  await world.query(`update journey set change = null`);
  await paused.resume('now');
  await paused.pause();
  await world.travel('P1D');
  expect(await world.letters.all()).toEqual([]);
  await paused.resume('now');
  await world.travel('PT1M');
  expect(await world.letters.templatesTo(ada)).toEqual(['one']);
});

test('publishing a paused journey leaves it paused', async () => {
  await using world = await createWorld();
  const paused = await world.publish(steps());
  await world.event(ada, 'visited');
  await paused.pause();
  await paused.republish(steps({ priority: 60 }));
  await world.travel('P5D');
  expect(await world.letters.all()).toEqual([]);
});

test('a goal that is met during the pause ends the passage at once', async () => {
  await using world = await createWorld();
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  const paused = await world.publish(steps({ goal }));
  await world.event(ada, 'visited');
  await paused.pause();
  await world.order(ada);
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('stopped, everybody leaves, unsent letters are called off, and nobody comes in', async () => {
  await using world = await createWorld({ at: '2026-03-02T22:00:00+09:00' });
  const settings = { quietHours: { from: '21:00', to: '08:00' } };
  const stopped = await world.publish(journey({ on: visited, settings }, mail('one'), wait('P1D')));
  await world.event(ada, 'visited');
  await stopped.stop();
  await world.event(ben, 'visited');
  await world.travel('P3D');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.exits(ada)).toEqual(['stopped']);
  expect(await world.passages(ben)).toEqual([]);
  expect(await world.query('select state, because from message')).toEqual([
    { state: 'cancelled', because: 'journey_stopped' },
  ]);
  expect(await world.query('select status, change from journey')).toEqual([{ status: 'stopped', change: null }]);
});
