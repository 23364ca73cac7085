import { performDue } from '@tabiji/server/effects/perform-due.ts';
import { expect, test } from 'vitest';
import { journey, mail, node, wait } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { openReceiver, type Received, type Reply } from '../support/receiver.ts';
import { createWorldDatabase } from '../support/world-database.ts';
import { createWorld } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };

async function openWorld(reply: (call: Received, nth: number) => Reply) {
  await using stack = new AsyncDisposableStack();
  const receiver = stack.use(await openReceiver(reply));
  const database = stack.use(await createWorldDatabase(6, { TABIJI_WEBHOOK_ALLOW: receiver.host }));
  const world = stack.use(await createWorld({ database }));
  const parts = stack.move();
  return { world, receiver, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}

const hook = (url: string, more: Record<string, unknown> = {}) =>
  node('webhook', { url, ...more }, { ok: [mail('ok')], refused: [mail('refused')], failed: [mail('failed')] });
/** As if the time until the next attempt had passed. */
const timePasses = `update effect set retry_at = retry_at - interval '1 day', first_attempt_at = first_attempt_at - interval '1 day'`;

test('the call carries what was chosen, and the result names the way', async () => {
  await using opened = await openWorld(({ body }) => ({
    status: (body['customer'] as { id: string }).id === 'ada' ? 201 : 422,
    body: { score: 7, secret: 'x' },
  }));
  const { world, receiver } = opened;
  const headers = [{ name: 'X-Key', value: 'k' }];
  await world.publish(
    journey(
      { on: signedUp },
      hook(receiver.url, { fields: ['stage'], headers, keep: [{ field: 'score', attribute: 'score' }] }),
    ),
  );
  await world.identify(ada, { attributes: { stage: 'fan', other: 1 } });
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  expect(receiver.calls[0]).toMatchObject({
    headers: { 'x-key': 'k' },
    body: { node: 'webhook1', customer: { id: 'ada', stage: 'fan' } },
  });
  expect(Object.keys(receiver.calls[0]!.body['customer'] as object)).toEqual(['id', 'stage']);
  expect(await world.letters.templatesTo(ada)).toEqual(['ok']);
  expect(await world.letters.templatesTo(ben)).toEqual(['refused']);
  expect(await world.query(`select attributes from customer where external_id = 'ada'`)).toMatchObject([
    { attributes: { score: 7 } },
  ]);
});

test('what fails for a while is tried again with the same key, then goes on', async () => {
  await using opened = await openWorld((_, nth) => (nth === 1 ? { status: 503 } : { status: 200 }));
  const { world, receiver } = opened;
  await world.publish(journey({ on: signedUp }, hook(receiver.url)));
  await world.event(ada, 'signed_up');
  expect(await world.letters.all()).toEqual([]);
  await world.query(`update effect set retry_at = '-infinity'`);
  await world.drain();
  expect(await world.letters.templatesTo(ada)).toEqual(['ok']);
  expect(receiver.calls).toHaveLength(2);
  expect(receiver.calls[1]!.key).toBe(receiver.calls[0]!.key);
});

test('what fails for a day goes on as failed', async () => {
  await using opened = await openWorld(() => ({ status: 500 }));
  const { world, receiver } = opened;
  await world.publish(journey({ on: signedUp }, hook(receiver.url)));
  await world.event(ada, 'signed_up');
  await world.query(timePasses);
  await world.drain();
  expect(await world.letters.templatesTo(ada)).toEqual(['failed']);
});

test('an address inside is not called; its customers go on as failed', async () => {
  await using opened = await openWorld(() => ({ status: 200 }));
  const { world, receiver } = opened;
  await world.publish(journey({ on: signedUp }, hook(receiver.url.replace('127.0.0.1', 'localhost'))));
  await world.event(ada, 'signed_up');
  expect(receiver.calls).toEqual([]);
  expect(await world.letters.templatesTo(ada)).toEqual(['failed']);
});

test('a receiver that never answers costs ten seconds, not the worker', async () => {
  await using opened = await openWorld((_, nth) => (nth === 1 ? 'never' : { status: 200 }));
  const { world, receiver } = opened;
  await world.publish(journey({ on: signedUp }, hook(receiver.url)));
  const since = performance.now();
  await world.event(ada, 'signed_up');
  expect(performance.now() - since).toBeLessThan(15_000);
  expect(await world.query('select status, attempts, error from effect')).toMatchObject([
    { status: 'queued', attempts: 1 },
  ]);
});

test('whoever has left meanwhile is not called for', async () => {
  await using opened = await openWorld(() => ({ status: 200 }));
  const { world, receiver } = opened;
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  const byHand = await world.publish(journey({ on: { on: 'manual' }, settings: { goal } }, hook(receiver.url)));
  await world.identify(ada);
  await byHand.enroll(ada);
  await world.receive(world.facts.order(ada));
  await world.drain();
  expect(receiver.calls).toEqual([]);
  expect(await world.query('select id from effect')).toEqual([]);
});

test('many workers call once for each, also when one has died holding a claim', async () => {
  await using opened = await openWorld(() => ({ status: 200 }));
  const { world, receiver } = opened;
  const byHand = await world.publish(journey({ on: { on: 'manual' } }, hook(receiver.url), wait('P1D')));
  const people = crowd(60);
  await world.tell(people.flatMap((who) => world.facts.identify(who)));
  await byHand.enroll(...people);
  await world.query(
    `update effect set status = 'working', fence = 9, attempts = 1, lease_until = now() - interval '1 second', retry_at = now() - interval '1 second'
      where id in (select id from effect order by id limit 5)`,
  );
  const worker = async () => {
    while ((await performDue(world.services, world.workspaceId)).more);
  };
  await Promise.all([worker(), worker(), worker()]);
  await world.drain();
  expect(receiver.calls).toHaveLength(60);
  expect(new Set(receiver.calls.map(({ key }) => key)).size).toBe(60);
  expect(await world.letters.all()).toHaveLength(60);
});
