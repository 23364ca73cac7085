import { errorReply } from '@tabiji/server/http/error-reply.ts';
import { createRoutes } from '@tabiji/server/http/routes.ts';
import { createLog } from '@tabiji/server/log.ts';
import { ErrorReply } from '@tabiji/shared/api/basics.ts';
import { SegmentCount, SegmentRow } from '@tabiji/shared/api/segments.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { exit, journey } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const big: Condition = { orders: 'amount', op: 'gte', value: 10_000 };

function client({ services, workspaceId }: World) {
  const app = new Hono().route('/', createRoutes(services)).onError(errorReply(createLog('silent')));
  return async (method: string, path: string, body?: object, language = 'en') => {
    const answer = await app.request(`/v1/segments${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'tabiji-workspace': String(workspaceId),
        'accept-language': language,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
}
const messageOf = ({ body }: { body: unknown }) => ErrorReply.parse(body).error.message;
const rowsOf = ({ body }: { body: unknown }) => (body as unknown[]).map((row) => SegmentRow.parse(row));

test('a segment is made, changed and listed; its members are found at once', async () => {
  await using world = await createWorld();
  const call = client(world);
  await world.order(ada, { amount: 20_000 });
  await world.order(ben, { amount: 1000 });
  const made = await call('PUT', '/big', { name: '大口', condition: big });
  expect(made.status).toBe(200);
  expect(SegmentRow.parse(made.body)).toMatchObject({ key: 'big', name: '大口', refreshing: true });
  const list = rowsOf(await call('GET', ''));
  expect(list).toMatchObject([{ key: 'big', members: 1, refreshing: false, condition: big }]);
  await call('PUT', '/big', { name: '大口', condition: { ...big, value: 500 } });
  expect(rowsOf(await call('GET', ''))).toMatchObject([{ members: 2, refreshing: false }]);
  expect(await world.query('select revision from segment')).toEqual([{ revision: 2 }]);
});

test('counting names how many, of how many, and a few of them', async () => {
  await using world = await createWorld();
  const call = client(world);
  await world.order(ada, { amount: 20_000 });
  await world.identify(ada);
  await world.order(ben, { amount: 1000 });
  await world.identify(chie);
  const counted = SegmentCount.parse((await call('POST', '/count', { condition: big })).body);
  expect(counted).toMatchObject({ count: 1, total: 3, samples: [{ externalId: 'ada', name: '愛田 彩' }] });
});

test.for<[unknown, number, string]>([
  [{ orders: 'count', op: 'gte', value: 1, since: 'entered' }, 400, 'condition.since: '],
  [{ all: [{ orders: 'last', op: 'withinLast', value: 30 }] }, 400, 'condition.all.0.value: '],
  [{ segment: 'nowhere', member: true }, 400, 'There is no segment “nowhere”'],
  [{ cpm: 'rank', op: 'gt', value: '優良客' }, 400, 'CPM rank'],
  [{ attribute: 'plan', op: 'is', value: 1 }, 400, 'condition'],
])('%j is refused with a reason', async ([condition, status, words]) => {
  await using world = await createWorld();
  const call = client(world);
  const refused = await call('PUT', '/wrong', { name: 'x', condition: condition as object });
  expect(refused.status).toBe(status);
  expect(messageOf(refused)).toContain(words);
  expect(await world.query('select from segment')).toEqual([]);
});

test('counting refuses what saving refuses, in the reader’s language', async () => {
  await using world = await createWorld();
  const call = client(world);
  const refused = await call('POST', '/count', { condition: { orders: 'last', op: 'withinLast', value: 'x' } }, 'ja');
  expect(refused.status).toBe(400);
  expect(messageOf(refused)).toContain('condition.value: 最終購入：値 "x" は使えません。');
});

test('segments may not ask about each other in a circle', async () => {
  await using world = await createWorld();
  const call = client(world);
  const self = await call('PUT', '/a', { name: 'a', condition: { segment: 'a', member: false } });
  expect(messageOf(self)).toContain('a → a');
  await call('PUT', '/a', { name: 'a', condition: big });
  await call('PUT', '/b', { name: 'b', condition: { segment: 'a', member: true } });
  await call('PUT', '/c', { name: 'c', condition: { not: { segment: 'b', member: true } } });
  const circle = await call('PUT', '/a', { name: 'a', condition: { any: [big, { segment: 'c', member: true }] } });
  expect(circle.status).toBe(400);
  expect(messageOf(circle)).toContain('a → c → b → a');
});

test('a segment is deleted with its members and timers, unless something uses it', async () => {
  await using world = await createWorld();
  const call = client(world);
  await world.order(ada, { amount: 20_000 });
  await call('PUT', '/big', {
    name: '大口',
    condition: { all: [big, { orders: 'last', op: 'withinLast', value: 'P30D' }] },
  });
  await call('PUT', '/loyal', { name: 'お得意様', condition: { segment: 'big', member: true } });
  await world.publish(
    journey({ name: '御礼', on: { on: 'segment', segment: 'big', change: 'entered' } }, exit('done')),
  );
  expect(await world.query('select from timer')).toHaveLength(1);
  const refused = await call('DELETE', '/big');
  expect(refused.status).toBe(422);
  expect(messageOf(refused)).toBe(
    '“大口” cannot be deleted: the journey “御礼” and the segment “お得意様” uses it. Take it out of those conditions first.',
  );
  expect((await call('DELETE', '/loyal')).status).toBe(200);
  expect((await call('DELETE', '/loyal')).status).toBe(404);
  expect(await world.members('big')).toEqual(['ada']);
  expect((await call('PUT', '/other', { name: 'x', condition: big })).status).toBe(200);
  expect((await call('DELETE', '/other')).status).toBe(200);
  expect(
    await world.query('select from segment_member m left join segment s on s.id = m.segment_id where s.id is null'),
  ).toEqual([]);
});
