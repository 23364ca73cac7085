import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };

test('the goal ends the wait at once, and nothing is sent any more', async () => {
  await using world = await createWorld();
  await world.publish(
    journey({ on: { on: 'event', event: 'carted' }, settings: { goal: bought } }, wait('P1D'), mail('reminder')),
  );
  await world.event(ada, 'carted');
  await world.event(ben, 'carted');
  await world.travel('PT3H');
  await world.order(ada);
  expect(await world.passages(ada)).toMatchObject([{ reason: 'goal', ended: '2026-03-02 13:00', until: null }]);
  await world.travel('P3D');
  expect(await world.letters.to(ada)).toEqual([]);
  expect(await world.letters.templatesTo(ben)).toEqual(['reminder']);
});

test('a letter that was asked for and not yet handed over is taken back by the goal', async () => {
  await using world = await createWorld();
  const byHand = await world.publish(journey({ on: { on: 'manual' }, settings: { goal: bought } }, mail('offer')));
  await world.identify(ada);
  await byHand.enroll(ada);
  expect(await world.query('select status from outbox')).toEqual([{ status: 'queued' }]);
  await world.order(ada);
  await world.travel('P1D');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.query('select state, because from message')).toEqual([{ state: 'cancelled', because: 'ended' }]);
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('the order that starts a journey does not meet its goal', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'first_purchase' }, settings: { goal: bought } }, wait('P1D')));
  await world.order(ada);
  expect(await world.standing(ada)).toMatchObject({ node: 'wait1' });
  await world.order(ada);
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('an exit condition ends it with its own reason; the goal goes first where both are met', async () => {
  await using world = await createWorld();
  const exitWhen = [
    { attribute: 'refused', op: 'eq' as const, value: true },
    { orders: 'amount' as const, op: 'gte' as const, value: 1000, since: 'entered' as const },
  ];
  await world.publish(
    journey({ on: { on: 'event', event: 'carted' }, settings: { goal: bought, exitWhen } }, wait('P9D')),
  );
  await world.event(ada, 'carted');
  await world.event(ben, 'carted');
  await world.identify(ada, { attributes: { refused: true } });
  await world.order(ben, { amount: 3000 });
  expect(await world.exits(ada)).toEqual(['exit_condition']);
  expect(await world.exits(ben)).toEqual(['goal']);
});

test('entering a segment meets a goal at once, by a fact', async () => {
  await using world = await createWorld();
  await world.segment('big', { orders: 'amount', op: 'gte', value: 50_000 });
  await world.publish(
    journey(
      { on: { on: 'event', event: 'carted' }, settings: { goal: { segment: 'big', member: true } } },
      wait('P9D'),
    ),
  );
  await world.event(ada, 'carted');
  await world.order(ada, { amount: 60_000 });
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('leaving a segment meets an exit condition at once, by the passing of time', async () => {
  await using world = await createWorld();
  await world.segment('fresh', { orders: 'last', op: 'withinLast', value: 'P30D' });
  await world.publish(
    journey(
      { on: { on: 'first_purchase' }, settings: { exitWhen: [{ segment: 'fresh', member: false }] } },
      wait('P90D'),
    ),
  );
  await world.order(ada);
  expect(await world.standing(ada)).toMatchObject({ node: 'wait1' });
  await world.travel('P31D');
  expect(await world.passages(ada)).toMatchObject([{ reason: 'exit_condition', ended: '2026-04-01 10:00' }]);
});

test('the goal reaches people wherever they stand, also those who are due at this moment', async () => {
  await using world = await createWorld();
  const byHand = await world.publish(journey({ on: { on: 'manual' }, settings: { goal: bought } }, wait('P1D')));
  await world.identify(ada);
  await byHand.enroll(ada);
  await world.query(`update enrollment set due_at = '2026-03-02T10:00:00+09:00'`);
  await world.order(ada);
  expect(await world.exits(ada)).toEqual(['goal']);
  expect(await advance(world.services.inStore, world.workspaceId, ALL_SHARDS)).toEqual({
    moved: 0,
    asked: 0,
    left: 0,
    more: false,
  });
});

test('who meets an exit condition already when the journey starts leaves at once, without a letter', async () => {
  await using world = await createWorld();
  const exitWhen = [
    { attribute: 'refused', op: 'eq' as const, value: true },
    { orders: 'amount' as const, op: 'gte' as const, value: 1000, since: 'entered' as const },
  ];
  const published = await world.publish(
    journey({ on: { on: 'first_purchase' }, settings: { exitWhen } }, mail('thanks'), wait('P1D')),
  );
  await world.identify(ada, { attributes: { refused: true } });
  await world.order(ada);
  await world.order(ben);
  expect(await world.letters.to(ada)).toEqual([]);
  expect(await world.exits(ada)).toEqual(['exit_condition']);
  expect(await world.letters.templatesTo(ben)).toEqual(['thanks']);
  expect(await published.stats()).toMatchObject({ active: 1, exits: { exit_condition: 1 } });
});

test('an exit condition that time alone has met ends the journey when the customer wakes', async () => {
  await using world = await createWorld();
  const exitWhen = [{ orders: 'last' as const, op: 'moreThanAgo' as const, value: 'P10D' }];
  await world.publish(journey({ on: { on: 'first_purchase' }, settings: { exitWhen } }, wait('P14D'), mail('late')));
  await world.order(ada);
  await world.order(ben);
  await world.travel('P9D');
  await world.order(ben);
  await world.travel('P20D');
  expect(await world.exits(ada)).toEqual(['exit_condition']);
  expect(await world.letters.all()).toHaveLength(1);
});
