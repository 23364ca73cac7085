import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { expect, test } from 'vitest';
import { exit, journey } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const onChange = (segment: string, change: 'entered' | 'left') =>
  journey({ name: change, on: { on: 'segment', segment, change }, settings: { reentry: 'always' } }, exit(change));
const timersOf = ({ query }: World) => query<{ at: Date }>(`select at from timer where kind = 'segment' order by at`);

test('an event moves a customer in and another out, each in its own transaction', async () => {
  await using world = await createWorld();
  await world.segment('curious', {
    all: [
      { event: 'view', op: 'gte', value: 1 },
      { event: 'unsubscribe', op: 'eq', value: 0 },
    ],
  });
  await world.publish(onChange('curious', 'entered'));
  await world.publish(onChange('curious', 'left'));
  await world.receive(world.facts.event(ada, 'view'));
  expect(await world.members('curious')).toEqual(['ada']);
  await world.receive([...world.facts.event(ada, 'unsubscribe'), ...world.facts.event(ben, 'view')]);
  expect(await world.members('curious')).toEqual(['ben']);
  await world.settle();
  expect(await world.exits(ada)).toEqual(['entered', 'left']);
  expect(await world.exits(ben)).toEqual(['entered']);
});

test('the timer stands at the very instant of the turn, and firing it moves the customer', async () => {
  await using world = await createWorld({ at: '2026-01-31T10:00:00+09:00' });
  await world.segment('lately', { event: 'view', op: 'gte', value: 1, since: 'P1M' });
  await world.publish(onChange('lately', 'left'));
  await world.event(ada, 'view');
  const stand = (at: string) =>
    world.query('update workspace set clock_stands_at = $2 where id = $1', [world.workspaceId, at]);
  const [timer] = await timersOf(world);
  expect(timer?.at.toISOString()).toBe('2026-02-28T01:00:00.001Z');
  await stand('2026-02-28T01:00:00.000Z');
  expect(await fireTimers(world.services.inStore, world.workspaceId)).toMatchObject({ fired: 0 });
  expect(await world.members('lately')).toEqual(['ada']);
  await stand('2026-02-28T01:00:00.001Z');
  expect(await fireTimers(world.services.inStore, world.workspaceId)).toMatchObject({ fired: 1 });
  expect(await world.members('lately')).toEqual([]);
  expect(await timersOf(world)).toEqual([]);
  await world.settle();
  expect(await world.exits(ada)).toEqual(['left']);
});

test('a date among an order’s items moves a customer in and out as its week comes and goes', async () => {
  await using world = await createWorld();
  const where = [{ property: 'runsOut', op: 'withinLast' as const, value: 'P7D' }];
  await world.segment('empty', { orders: 'count', op: 'gte', value: 1, where });
  await world.order(ada, { items: [{ product: 'soap', runsOut: '2026-04-01' }] });
  expect(await world.members('empty')).toEqual([]);
  await world.travelTo('2026-04-01T12:00:00+09:00');
  expect(await world.members('empty')).toEqual(['ada']);
  await world.travelTo('2026-04-08T12:00:00+09:00');
  expect(await world.members('empty')).toEqual([]);
});

test('a new segment finds its members among thousands, page by page', async () => {
  await using world = await createWorld();
  const people = crowd(2500);
  for (let i = 0; i < people.length; i += 500)
    await world.tell(
      people.slice(i, i + 500).flatMap((one, j) => world.facts.identify(one, { attributes: { points: i + j } })),
    );
  await world.segment('upper', { attribute: 'points', op: 'gte', value: 1100 });
  expect(await world.members('upper')).toHaveLength(1400);
  await world.segment('upper', { attribute: 'points', op: 'lt', value: 100 });
  expect(await world.members('upper')).toHaveLength(100);
  expect(await world.query('select refreshing from segment')).toEqual([{ refreshing: false }]);
});

test('a long chain of segments is settled by one event, whatever the order of their making', async () => {
  await using world = await createWorld();
  const names = ['g', 'f', 'e', 'd', 'c', 'b', 'a'];
  for (const [i, name] of names.entries()) {
    const next = names[i + 1];
    const condition: Condition = next ? { segment: next, member: true } : { event: 'view', op: 'gte', value: 1 };
    await world.segment(name, condition);
  }
  await world.publish(onChange('g', 'entered'));
  await world.event(ada, 'view');
  expect(await world.members('g')).toEqual(['ada']);
  expect(await world.exits(ada)).toEqual(['entered']);
});

test('segments that were written in a circle, past the API, come to an end', async () => {
  await using world = await createWorld();
  await world.segment('hen', { segment: 'egg', member: false });
  await world.segment('egg', { segment: 'hen', member: true });
  await world.event(ada, 'view');
  await world.segment('hen', { segment: 'egg', member: false });
  await world.travel('P1D');
  expect(await timersOf(world)).toEqual([]);
});
