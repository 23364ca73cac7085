import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { healthOf, pulsesOf } from '@tabiji/server/journeys/health/health.ts';
import { expect, test } from 'vitest';
import { exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const on = { on: 'event' as const, event: 'came' };

const doctors = (world: World, id: number) => ({
  health: () => inWorkspace(world.services.db, world.workspaceId, (trx, here) => healthOf(trx, here, id)),
  pulse: async () => (await inWorkspace(world.services.db, world.workspaceId, pulsesOf)).find((one) => one.id === id)!,
  /** Counters of days gone by, as housekeeping keeps them. `daysAgo` → how many. */
  past: (kind: string, node: string, name: string, days: Record<number, number>) =>
    world.query(
      `insert into journey_day (workspace_id, journey_id, version, day, kind, node, name, n)
       select $1, $2, 1, '2026-03-02'::date - '1970-01-01'::date - d.ago::int, $3, $4, $5, d.n::int from json_each_text($6) as d(ago, n)`,
      [world.workspaceId, id, kind, node, name, JSON.stringify(days)],
    ),
});
const each = (from: number, to: number, n: number) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [from + i, n]));

test('a journey that nobody enters any more is named with its usual pace', async () => {
  await using world = await createWorld();
  const { id, pause } = await world.publish(journey({ on }, exit('done')));
  const { health, past } = doctors(world, id);
  expect((await health()).troubles).toEqual([]);
  await past('left', 'start', 'next', each(4, 40, 5));
  expect((await health()).troubles).toEqual([{ kind: 'quiet', node: 'start', since: '2026-02-26', usual: 5 }]);
  await world.event(ada, 'came');
  expect((await health()).troubles).toEqual([]);
  await pause();
  expect((await health()).troubles).toEqual([]);
});

test('mails that could not go and people whom an error has stopped are named', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, mail('hello'), wait('P1D', '18:00'), mail('bye')));
  await world.event(ada, 'came');
  await world.event(person('dan', { email: undefined }), 'came');
  await world.event(ben, 'came');
  const { health, pulse } = doctors(world, id);
  expect((await health()).troubles).toEqual([
    { kind: 'unsent', node: 'hello', state: 'skipped', because: 'no_address', mails: 1 },
  ]);
  expect(await pulse()).toMatchObject({
    sent: 2,
    goals: null,
    weeks: [0, 0, 0, 0, 0, 0, 0, 3],
    troubles: [{ kind: 'unsent' }],
  });
  expect((await health()).clicks).toBe(false);
  await world.query(`update enrollment set error = 'broken', due_at = null where node = 'wait1'`);
  expect((await health()).troubles).toContainEqual({ kind: 'parked', node: 'wait1', people: 3 });
});

test('a share of the last 7 days beside its own eight weeks', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on }, wait('P1D'), exit('done')));
  const { health, past } = doctors(world, id);
  await past('left', 'wait1', 'next', each(7, 62, 14));
  await past('exit', 'wait1', 'goal', each(7, 62, 6));
  await past('left', 'wait1', 'next', each(1, 6, 8));
  await past('exit', 'wait1', 'goal', each(0, 0, 72));
  expect((await health()).unusual).toEqual([
    { node: 'wait1', port: null, way: 'low', now: 0.4, usual: expect.closeTo(0.7) },
  ]);
});
