import { findCustomers } from '@tabiji/server/customers/lock.sql.ts';
import { timelineOf } from '@tabiji/server/customers/timeline.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const night = { from: '21:00', to: '08:00' };
const holdsOf = (world: Awaited<ReturnType<typeof createWorld>>) =>
  world.query<{ holds: [string, string, string | null][] | null }>(
    'select holds from message union all select holds from outbox order by 1',
  );

test('a mail in the night waits for the morning at its node, and a later wait counts from the sending', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  await world.publish(journey({ on: visited, settings: { quietHours: night } }, mail('one'), wait('P1D'), mail('two')));
  await world.event(ada, 'visited');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.standing(ada)).toEqual({ node: 'one', until: null });
  expect(await holdsOf(world)).toEqual([
    { holds: [['2026-03-02T14:30:00.000Z', 'quiet_hours', '2026-03-02T23:00:00.000Z']] },
  ]);
  await world.travelTo('2026-03-03T07:59:59+09:00');
  expect(await world.letters.all()).toEqual([]);
  await world.travel('P3D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-03 08:00', 'one'],
    ['2026-03-04 08:00', 'two'],
  ]);
});

test('the timeline tells what a held mail waits for, and what a sent one has waited for', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  await world.publish(journey({ on: visited, settings: { quietHours: night } }, mail('one'), wait('P1D')));
  await world.event(ada, 'visited');
  const entries = () =>
    inWorkspace(world.services.db, world.workspaceId, async (trx, here) => {
      const [id] = (await findCustomers(trx, here.id, [ada.customer])).values();
      return (await timelineOf(trx, here, id!, undefined)).entries;
    });
  const at = '2026-03-02T23:00:00.000Z';
  expect((await entries())[0]).toMatchObject({ kind: 'planned', node: 'one', at, held: 'quiet_hours' });
  await world.travel('P1D');
  const sent = (await entries()).find(({ kind }) => kind === 'message');
  expect(sent).toMatchObject({ at, holds: [{ since: '2026-03-02T14:30:00.000Z', why: 'quiet_hours', until: at }] });
});

test('the hours are those of the customer; where their zone is not known or not one, the shop’s', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' }); // 09:30 in New York
  await world.rules({ quietHours: night });
  await world.publish(journey({ on: visited }, mail('hello')));
  await world.event(dora, 'visited');
  await world.event(ben, 'visited');
  await world.query(`update customer set time_zone = 'Mars/Olympus' where external_id = 'ben'`);
  await world.travelTo('2026-03-03T12:00:00+09:00');
  expect(await world.letters.datesTo(dora)).toEqual([['2026-03-02 23:30', 'hello']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-03 08:00', 'hello']]);
});

test('a journey’s own hours stand in for the shop’s; equal times are none', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  await world.rules({ quietHours: night });
  const at = (name: string, quietHours: { from: string; to: string }) =>
    world.publish(journey({ name, on: visited, settings: { quietHours } }, mail(name)));
  await at('always', { from: '00:00', to: '00:00' });
  await at('later', { from: '20:00', to: '10:30' });
  await world.event(ada, 'visited');
  await world.travel('P1D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-02 23:30', 'always'],
    ['2026-03-03 10:30', 'later'],
  ]);
});

test('quiet hours whose end the clocks skip end with the gap', async () => {
  await using world = await createWorld({ zone: 'America/New_York', at: '2026-03-08T01:00:00-05:00' });
  await world.rules({ quietHours: { from: '22:00', to: '02:30' } });
  await world.publish(journey({ on: visited }, mail('hello')));
  await world.event(ada, 'visited');
  await world.travel('P1D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-08 03:00', 'hello']]);
});

test('a window across midnight on two days, in the shop’s zone where the journey says so', async () => {
  await using world = await createWorld();
  const sendWindow = { from: '22:00', to: '02:00', days: ['tue' as const, 'fri' as const] };
  await world.publish(
    journey({ on: visited, settings: { sendWindow, timeZone: 'workspace' } }, mail('a'), wait('PT1H'), mail('b')),
  );
  await world.event(dora, 'visited');
  await world.travelTo('2026-03-04T01:30:00+09:00');
  await world.event(ada, 'visited');
  await world.travel('P7D');
  expect(await world.letters.datesTo(dora)).toEqual([
    ['2026-03-03 22:00', 'a'],
    ['2026-03-03 23:00', 'b'],
  ]);
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-04 01:30', 'a'],
    ['2026-03-06 22:00', 'b'],
  ]);
});

test('a goal that is met during the night takes the held mail back', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(journey({ on: visited, settings: { goal, quietHours: night } }, mail('offer')));
  await world.event(ada, 'visited');
  await world.order(ada);
  await world.travel('P1D');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.exits(ada)).toEqual(['goal']);
  expect(await world.query('select state from message')).toEqual([{ state: 'cancelled' }]);
});

test('a mail that cannot go for too long never goes, and its customer goes on', async () => {
  await using world = await createWorld({ at: '2026-03-02T23:30:00+09:00' });
  await world.rules({ maxAge: 'PT8H', quietHours: night });
  await world.publish(journey({ on: visited }, mail('old'), wait('PT1H'), mail('next')));
  await world.event(ada, 'visited');
  await world.travel('P1D');
  expect(await world.letters.templatesTo(ada)).toEqual(['next']);
  expect(await world.query('select template, state, because from message order by at')).toEqual([
    { template: 'old', state: 'skipped', because: 'expired' },
    { template: 'next', state: 'sent', because: null },
  ]);
});
