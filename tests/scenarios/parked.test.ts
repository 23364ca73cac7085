import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { actOnParked } from '@tabiji/server/journeys/parked/act-on-parked.ts';
import { parkedPage } from '@tabiji/server/journeys/parked/parked.sql.ts';
import type { ActOnParked } from '@tabiji/shared/api/parked.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

/** Three people whose zone cannot be read come to a wait that needs it. */
async function threeParked() {
  const world = await createWorld();
  const { id } = await world.publish(
    journey({ on: { on: 'event', event: 'joined' } }, wait('P1D'), wait('P1D', '18:00'), mail('hello'), mail('bye')),
  );
  for (const who of [ada, ben, chie]) await world.event(who, 'joined');
  await world.query(`update customer set time_zone = 'Nowhere/Land'`);
  await world.travel('P4D');
  const act = async (decision: ActOnParked) => {
    const done = await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
      actOnParked(trx, here, id, decision),
    );
    await world.settle();
    return done;
  };
  const list = () =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) => parkedPage(trx, here, id, { limit: 2 }));
  return { world, act, list };
}

test('who is parked is listed with the trouble, page by page', async () => {
  const { world, list } = await threeParked();
  await using _ = world;
  const page = await list();
  expect(page).toMatchObject({
    total: 3,
    groups: [{ node: 'wait1', nodeType: 'wait', count: 3, error: expect.stringMatching(/nowhere/i) }],
    rows: [{ customer: 'ada' }, { customer: 'ben' }],
  });
  expect(page.next).toBe(String(page.rows[1]!.id));
});

test('tried again before the cause is gone they are parked again; afterwards they go on', async () => {
  const { world, act } = await threeParked();
  await using _ = world;
  expect(await act({ who: 'all', action: 'retry' })).toEqual({ done: 3, left: 0 });
  expect(await world.passages(ada)).toMatchObject([{ node: 'wait1', error: expect.stringMatching(/nowhere/i) }]);
  await world.query(`update customer set time_zone = null`);
  await act({ who: 'all', action: 'retry' });
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello', 'bye']);
});

test('past the node, to another one, or out', async () => {
  const { world, act, list } = await threeParked();
  await using _ = world;
  const [first, second] = (await list()).rows;
  await world.query(`update customer set time_zone = null`);
  await expect(act({ who: 'all', action: { move: 'nowhere' } })).rejects.toMatchObject({ code: 'invalid' });
  expect(await act({ who: { ids: [first!.id] }, action: 'skip' })).toEqual({ done: 1, left: 2 });
  expect(await act({ who: { ids: [second!.id] }, action: { move: 'bye' } })).toEqual({ done: 1, left: 1 });
  expect(await act({ who: { node: 'wait1' }, action: 'exit' })).toEqual({ done: 1, left: 0 });
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello', 'bye']);
  expect(await world.letters.templatesTo(ben)).toEqual(['bye']);
  expect(await world.letters.templatesTo(chie)).toEqual([]);
  expect(await world.passages(chie)).toMatchObject([{ reason: 'by_hand' }]);
  expect(
    await world.query(
      `select steps -> 0 ->> 1 as what from diary where steps -> 0 ->> 1 in ('skipped', 'rerouted') order by 1`,
    ),
  ).toEqual([{ what: 'rerouted' }, { what: 'skipped' }]);
});
