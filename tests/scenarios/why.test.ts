import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { whyOf } from '@tabiji/server/customers/why/why.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait, type Stop } from '../support/build.ts';
import { ada, ben, type Person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

async function why(world: World, who: Person, journeyId: number) {
  const [row] = await world.query<{ id: number }>('select id from customer where external_id = $1', [who.customer]);
  return inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    whyOf(trx, here, { customerId: row!.id, journeyId }),
  );
}

test('entered because, waited until, kept back at night, left by a branch: every line with its reason', async () => {
  await using world = await createWorld({ at: '2026-03-02T22:30:00+09:00' });
  const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
  const drawn = await world.publish(
    journey(
      { name: '初回', on: { on: 'first_purchase' }, settings: { quietHours: { from: '21:00', to: '08:00' } } },
      mail('hello'),
      wait('P2D', '10:00'),
      branch(bought, [mail('again')], [mail('miss')]),
      wait('P1D'),
    ),
  );
  await world.order(ada);
  await world.travel('P3D');

  const { journey: told, passages, refusals } = await why(world, ada, drawn.id);
  expect(told.name).toBe('初回');
  expect(refusals).toEqual([]);
  const lines = passages[0]!.lines.map((line) => {
    switch (line.kind) {
      case 'entered':
        return [line.at, 'entered', line.by, line.trigger?.ja];
      case 'step':
        return [line.at, line.outcome, line.node.id, line.port];
      case 'held':
        return [line.at, 'held', line.why, line.until];
      case 'letter':
        return [line.at, line.state, line.template, line.because];
      case 'ended':
        return [line.at, 'ended', line.reason];
    }
  });
  expect(lines).toEqual([
    ['2026-03-02T13:30:00.000Z', 'entered', 'first_purchase', '初回購入があったとき'],
    ['2026-03-02T13:30:00.000Z', 'leave', 'start', 'next'],
    ['2026-03-02T13:30:00.000Z', 'ask', 'hello', 'hello'],
    ['2026-03-02T13:30:00.000Z', 'held', 'quiet_hours', '2026-03-02T23:00:00.000Z'],
    ['2026-03-02T23:00:00.000Z', 'sent', 'hello', null],
    ['2026-03-02T23:00:00.000Z', 'leave', 'hello', 'next'],
    ['2026-03-02T23:00:00.000Z', 'sleep', 'wait1', 'next'],
    ['2026-03-05T01:00:00.000Z', 'leave', 'wait1', 'next'],
    ['2026-03-05T01:00:00.000Z', 'leave', 'branch1', 'no'],
    ['2026-03-05T01:00:00.000Z', 'ask', 'miss', 'miss'],
    ['2026-03-05T01:00:00.000Z', 'sent', 'miss', null],
    ['2026-03-05T01:00:00.000Z', 'leave', 'miss', 'next'],
    ['2026-03-05T01:00:00.000Z', 'sleep', 'wait2', 'next'],
  ]);
  expect(passages[0]!.now).toMatchObject({
    state: 'waits',
    node: { id: 'wait2', title: { ja: '待つ' }, summary: { ja: '1日後に進む' } },
    until: '2026-03-06T01:00:00.000Z',
  });
});

test('who met a trigger and did not enter is told why', async () => {
  await using world = await createWorld();
  const filter = { attribute: 'plan', op: 'eq' as const, value: 'pro' };
  const drawn = await world.publish(journey({ on: { on: 'event', event: 'joined' }, filter }, wait('P1D')));
  await world.event(ada, 'joined');
  await world.event(ada, 'joined');
  expect(await why(world, ada, drawn.id)).toMatchObject({
    passages: [],
    refusals: [{ because: 'filter', by: 'event:joined', times: 2 }],
  });
});

test('a listener, one who is parked, and one whose letter was not sent', async () => {
  await using world = await createWorld();
  const listens: Stop = {
    type: 'wait-for',
    config: { for: { event: 'answered' }, until: 'P3D' },
    arms: { happened: [mail('thanks')], timeout: [wait('P1D')] },
  };
  const drawn = await world.publish(journey({ on: { on: 'event', event: 'joined' } }, mail('ask'), listens));
  await world.event(ada, 'joined');
  await world.identify(ben, { email: null });
  await world.event(ben, 'joined');
  expect((await why(world, ada, drawn.id)).passages[0]!.now).toMatchObject({
    state: 'listens',
    until: '2026-03-05T01:00:00.000Z',
  });
  await world.event(ada, 'answered');
  const heard = (await why(world, ada, drawn.id)).passages[0]!;
  expect(heard.lines).toContainEqual(
    expect.objectContaining({
      kind: 'step',
      outcome: 'leave',
      port: 'happened',
      portLabel: { ja: 'あった', en: 'Happened' },
    }),
  );
  expect(heard.lines.at(-1)).toMatchObject({ kind: 'ended', reason: 'completed' });
  const unsent = (await why(world, ben, drawn.id)).passages[0]!;
  expect(unsent.lines).toContainEqual(
    expect.objectContaining({ kind: 'letter', state: 'skipped', because: 'no_address' }),
  );
  await expect(why(world, ada, 999_999)).rejects.toMatchObject({ code: 'not_found' });
});
