import { createHmac, randomBytes } from 'node:crypto';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { hookKey } from '@tabiji/server/feedback/hook-key.sql.ts';
import { addWebhookSecret } from '@tabiji/server/feedback/resend/secrets.sql.ts';
import { auth } from '@tabiji/server/http/auth.ts';
import { errorReply } from '@tabiji/server/http/error-reply.ts';
import { hookRoutes } from '@tabiji/server/http/hooks.ts';
import { originGuard } from '@tabiji/server/http/origin-guard.ts';
import { stateOf } from '@tabiji/shared/sending/feedback.ts';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { branch, exit, journey, mail, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

interface Call {
  id?: string;
  /** Seconds from now. */
  at?: number;
  secrets?: string[];
  body?: string;
}

/** A mail that went out, and a provider that tells of it. */
async function openHook() {
  const world = await createWorld();
  const secret = newSecret();
  const key = await inWorkspace(world.services.db, world.workspaceId, async (trx, here) => {
    await addWebhookSecret(trx, here, { secret, config: world.services.config });
    return hookKey(trx, here);
  });
  const routes = new Hono()
    .use(originGuard({ token: 'a'.repeat(16) }), auth({ token: 'a'.repeat(16), https: true }))
    .route('/', hookRoutes(world.services))
    .onError(errorReply(world.services.log));
  await world.publish(
    journey(
      { on: { on: 'event', event: 'visited' } },
      mail('hello'),
      wait('P1D'),
      branch({ message: 'clicked', node: 'hello' }, [exit('clicked')], [exit('silent')]),
    ),
  );
  await world.event(ada, 'visited');
  const [sent] = await world.query<{ id: number; customer_id: number }>('select id, customer_id from message');
  const event = (type: string, more: object = {}) =>
    JSON.stringify({
      type,
      created_at: new Date(Date.now() + 60_000).toISOString(),
      data: { to: ['ada@example.com'], tags: { tabiji: `${sent!.customer_id}-${sent!.id}` }, ...more },
    });
  let calls = 0;
  const call = async (
    body: string,
    { id = `msg_${(calls += 1)}`, at = 0, secrets = [secret], body: sent = body }: Call = {},
  ) => {
    const timestamp = String(Math.floor(Date.now() / 1000) + at);
    const signature = secrets
      .map((one) =>
        createHmac('sha256', Buffer.from(one.slice(6), 'base64'))
          .update(`${id}.${timestamp}.${body}`)
          .digest('base64'),
      )
      .map((text) => `v1,${text}`)
      .join(' ');
    const headers = { 'svix-id': id, 'svix-timestamp': timestamp, ...(signature && { 'svix-signature': signature }) };
    const reply = await routes.request(`/hooks/resend/${key}`, { method: 'POST', headers, body: sent });
    return reply.status;
  };
  const state = async () => {
    const [row] = await world.query<{ facts: number }>('select facts from feedback_state');
    return row && stateOf(row.facts);
  };
  return { world, secret, key, routes, event, call, state, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

const CLICK = { click: { link: 'https://shop.example.com/', userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1' } };

test('what the provider tells moves the mail on, and the journey hears of it', async () => {
  await using hook = await openHook();
  const { world, call, event, state } = hook;
  expect(await call(event('email.clicked', CLICK))).toBe(200);
  expect(await state()).toBe('clicked');
  for (const type of ['email.delivered', 'email.sent', 'email.delivery_delayed'])
    expect(await call(event(type))).toBe(200);
  expect(await state()).toBe('clicked');
  await world.travel('P2D');
  expect(await world.exits(ada)).toEqual(['clicked']);
  expect(await world.query("select n from journey_delta where kind = 'clicked'")).toEqual([{ n: 1 }]);
});

test('calls that prove nothing change nothing', async () => {
  await using hook = await openHook();
  const { world, secret, key, routes, call, event } = hook;
  const click = event('email.clicked', CLICK);
  expect(await call(click, { secrets: [] })).toBe(401);
  expect(await call(click, { secrets: [newSecret()] })).toBe(401);
  expect(await call(click, { body: click.replace('shop', 'evil') })).toBe(401);
  expect(await call(click, { at: -360 })).toBe(401);
  expect(await call(click, { at: 360 })).toBe(401);
  expect((await routes.request(`/hooks/resend/${key}`, { method: 'POST', body: click })).status).toBe(401);
  const other = key.replace(/^\d+/, '999999');
  for (const wrong of [other, `${key}x`, key.slice(0, -1), 'nobody'])
    expect((await routes.request(`/hooks/resend/${wrong}`, { method: 'POST', body: click })).status).toBe(404);
  expect(await world.query('select * from hook_call')).toEqual([]);
  expect(await call(click, { at: -240, secrets: [newSecret(), secret] })).toBe(200);
});

test('two secrets count while they are changed, the third ends the first', async () => {
  await using hook = await openHook();
  const { world, secret, call, event } = hook;
  const [second, third] = [newSecret(), newSecret()];
  const add = (one: string) =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
      addWebhookSecret(trx, here, { secret: one, config: world.services.config }),
    );
  await add(second);
  for (const secrets of [[secret], [second]]) expect(await call(event('email.delivered'), { secrets })).toBe(200);
  await add(third);
  expect(await call(event('email.delivered'), { secrets: [secret] })).toBe(401);
  for (const secrets of [[second], [third]]) expect(await call(event('email.delivered'), { secrets })).toBe(200);
});

test('the same call a thousand times is one', async () => {
  await using hook = await openHook();
  const { world, call, event } = hook;
  const click = event('email.clicked', CLICK);
  for (let round = 0; round < 50; round++) {
    const ends = await Promise.all(Array.from({ length: 20 }, () => call(click, { id: 'msg_same' })));
    expect(new Set(ends)).toEqual(new Set([200]));
  }
  expect(await world.query("select count(*)::int as n from event where name = 'message_clicked'")).toEqual([{ n: 1 }]);
  expect(await world.query('select count(*)::int as n from feedback')).toEqual([{ n: 1 }]);
});

test('what is unknown, of no mail of ours or no JSON is kept, answered and ignored', async () => {
  await using hook = await openHook();
  const { world, call, event } = hook;
  const strange = [
    '{',
    '[]',
    '{}',
    '{"type":3}',
    '{"type":"email.clicked"}',
    event('email.invented'),
    event('domain.updated'),
  ];
  const foreign = event('email.bounced', {
    tags: { tabiji: '1-2' },
    bounce: { type: 'Permanent', subType: '', message: '' },
  });
  for (const body of [...strange, foreign, event('email.bounced', { tags: [] })]) expect(await call(body)).toBe(200);
  expect(
    await world.query('select taken, count(*)::int as n from hook_call where payload is not null group by taken'),
  ).toEqual([{ taken: false, n: 9 }]);
  expect(await world.query('select * from feedback')).toEqual([]);
  expect(await world.query('select * from suppression')).toEqual([]);
});

test.each([
  ['Permanent', 'mailbox unknown', 'hard', 'hard_bounce'],
  ['Permanent', '550 5.7.1 policy', 'sender', null],
  ['Transient', 'mailbox full', 'soft', null],
  ['Transient', '550 5.1.1 no such user', 'hard', 'hard_bounce'],
])('a bounce that is %s and says "%s" is %s', async (type, message, of, reason) => {
  await using hook = await openHook();
  const { world, call, event, state } = hook;
  expect(await call(event('email.bounced', { bounce: { type, subType: 'General', message } }))).toBe(200);
  expect(await state()).toBe('bounced');
  expect(await world.query('select class from feedback')).toEqual([{ class: of }]);
  expect(await world.query('select reason, hint from suppression')).toEqual(
    reason === null ? [] : [{ reason, hint: 'ad…@example.com' }],
  );
});

test('what no database keeps is taken out of a call, and the rest of it counts', async () => {
  await using hook = await openHook();
  const { world, call, event } = hook;
  const odd = '550 5.1.1 no such \0 user \ud800';
  const bounce = { type: 'Permanent', subType: 'General', message: odd };
  expect(await call(event('email.bounced', { bounce, to: ['a\0da@example.com'] }))).toBe(200);
  expect(await call(event('email.clicked', { click: { ...CLICK.click, link: 'https://shop.example/\0\udc00' } }))).toBe(
    200,
  );
  expect(await call(event('email.od\0d'))).toBe(200);
  expect(await call(event('email.delivered', { tags: { tabiji: '1-2\0' } }))).toBe(200);
  expect(await world.query('select kind, class from feedback order by id')).toEqual([
    { kind: 'bounced', class: 'hard' },
    { kind: 'clicked', class: null },
  ]);
  expect(await world.query('select reason from suppression')).toEqual([{ reason: 'hard_bounce' }]);
  expect(await world.query("select properties ->> 'link' as link from event where name = 'message_clicked'")).toEqual([
    { link: 'https://shop.example/\ufffd\ufffd' },
  ]);
});

test('a complaint ends promotions; programs that follow links count for nothing', async () => {
  await using hook = await openHook();
  const { world, call, event, state } = hook;
  await call(event('email.clicked', { click: { ...CLICK.click, userAgent: 'Barracuda Sentinel' } }));
  await call(event('email.clicked', { click: { ...CLICK.click, timestamp: new Date().toISOString() } })); // at once
  expect(await state()).toBe('sent');
  await call(event('email.complained'));
  expect(await state()).toBe('complained');
  expect(await world.query('select reason from suppression')).toEqual([{ reason: 'complaint' }]);
  expect(await world.query("select name from event where name like 'message%'")).toEqual([
    { name: 'message_complained' },
  ]);
});
