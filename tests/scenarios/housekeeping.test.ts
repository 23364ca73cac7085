import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { keepHouse } from '@tabiji/server/jobs/keep-house.sql.ts';
import { statsOf } from '@tabiji/server/journeys/stats.sql.ts';
import { createScratch } from '@tabiji/server/replay/scratch.sql.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

test('folding the counters changes no figure, however often it is done', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: { on: 'first_purchase' } }, wait('P1D'), mail('thanks')));
  const stats = () => inWorkspace(world.services.db, world.workspaceId, (trx, here) => statsOf(trx, here, id));
  for (const person of [ada, ben]) {
    await world.order(person);
    await world.travel('P2D');
    const before = await stats();
    await keepHouse(world.services.db);
    await keepHouse(world.services.db);
    expect((await stats()).nodes).toEqual(before.nodes);
    expect(await world.query('select from journey_delta where workspace_id = $1', [world.workspaceId])).toEqual([]);
  }
});

test('what a killed replay left behind goes after a day, a running one stays', async () => {
  await using world = await createWorld();
  const { db } = world.services;
  const [killed, running] = [await createScratch(db, 'UTC', 'killed'), await createScratch(db, 'UTC', 'running')];
  await world.query(`update workspace set created_at = now() - interval '25 hours' where id = $1`, [killed]);
  await keepHouse(db);
  expect(await world.query('select id from workspace where id = any($1)', [[killed, running]])).toEqual([
    { id: running },
  ]);
});

test('calls of webhooks go after 90 days and not before, those that were not understood too', async () => {
  await using world = await createWorld();
  await world.query(
    `insert into hook_call (workspace_id, id, received_at, kind, taken, payload)
     select $1, name, now() - age, 'email.opened', taken, case when taken then null else '{}' end
       from (values ('resend:young', interval '89 days 23 hours', true), ('resend:old', interval '90 days 1 hour', true),
                    ('resend:strange', interval '90 days 1 hour', false), ('resend:new', interval '0', false))
              as calls(name, age, taken)`,
    [world.workspaceId],
  );
  await keepHouse(world.services.db);
  await keepHouse(world.services.db);
  expect(await world.query('select id from hook_call order by id')).toEqual([
    { id: 'resend:new' },
    { id: 'resend:young' },
  ]);
});
