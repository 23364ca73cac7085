import type { RouteEnv } from '@tabiji/server/http/route-env.ts';
import { senderRoutes } from '@tabiji/server/http/senders.ts';
import { workspaceRoutes } from '@tabiji/server/http/workspace.ts';
import { SenderList } from '@tabiji/shared/api/senders.ts';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { WORKSPACE } from '../mail/services.ts';
import { openShop } from './shop.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;
const routes = ({ services }: Shop) =>
  new Hono<RouteEnv>()
    .use(async (c, next) => {
      c.set('workspaceId', WORKSPACE);
      await next();
    })
    .route('/', senderRoutes(services))
    .route(
      '/',
      workspaceRoutes({
        ...services,
        config: { ...services.config, smtpUrl: 'smtp://127.0.0.1:9', resendApiKey: 're_test' },
      }),
    );

/** What the page of senders is told of troubles, by sender. */
async function listed(shop: Shop) {
  const { senders } = SenderList.parse(await (await routes(shop).request('/v1/senders')).json());
  return Object.fromEntries(senders.map(({ key, trouble }) => [key, trouble]));
}

test('a sender whose domain a service does not take waits alone; the others go on, and it is tried again', async () => {
  await using shop = await openShop({ customers: 20 });
  await shop.rows(sql`
    insert into sender (workspace_id, key, name, from_name, address, created_at)
    values (1, 'salon', 'サロン', '{"ja": "サロン", "en": ""}', 'salon@unproved.example', now())`);
  await shop.rows(sql`update outbox set sender = 'salon' where customer_id > 10`);
  shop.answer = ({ from }) =>
    from.address.endsWith('@unproved.example')
      ? { kind: 'later', because: 'resend 403 validation_error: the domain is not verified', sender: true }
      : { kind: 'accepted', providerId: null };
  while ((await shop.send()).more);
  const state = () =>
    shop.rows(
      sql`select coalesce(sender, 'main') as sender, count(*)::int as n from message where state = 'sent' group by 1`,
    );
  expect(await state()).toEqual([{ sender: 'main', n: 10 }]);
  expect(await shop.rows(sql`select * from provider_trouble`)).toEqual([]);
  expect(await shop.rows(sql`select sender, tries from sender_trouble`)).toEqual([{ sender: 'salon', tries: 1 }]);
  const seen = await listed(shop);
  expect(seen['salon']).toMatchObject({ cause: 'domain', detail: 'the domain is not verified' });
  expect(Math.abs(Date.now() - Date.parse(seen['salon']!.since))).toBeLessThan(60_000);
  expect(seen['main']).toBeNull();
  expect(await shop.rows(sql`select attempts, retry_at > now() as waits from outbox group by 1, 2`)).toEqual([
    { attempts: 0, waits: true },
  ]);
  expect(shop.mails.filter((to) => Number(/\d+/.exec(to)?.[0]) > 10).length).toBeLessThanOrEqual(4); // as many as go at once

  shop.answer = () => ({ kind: 'accepted', providerId: null });
  await shop.rows(sql`update outbox set retry_at = '-infinity'`);
  while ((await shop.send()).more);
  expect(await state()).toContainEqual({ sender: 'salon', n: 10 });
  expect(await shop.rows(sql`select * from sender_trouble`)).toEqual([]);
  expect((await listed(shop))['salon']).toBeNull();
});

test('who changes a sender, or its service, reads that nothing was tried since; the next refusal is new', async () => {
  await using shop = await openShop({ customers: 4 });
  const refuse = async () => {
    await shop.rows(sql`update outbox set retry_at = '-infinity'`);
    while ((await shop.send()).more);
  };
  shop.answer = () => ({ kind: 'later', because: 'resend 403 validation_error: not verified', sender: true });
  await refuse();
  const trouble = async () => (await listed(shop))['main'];
  expect(await trouble()).toMatchObject({ changedAt: null });
  const { since } = (await trouble())!;
  const { senders } = SenderList.parse(await (await routes(shop).request('/v1/senders')).json());
  const { name, fromName, address, replyTo, provider, policy, identity, staff } = senders[0]!;
  const save = (change: object) =>
    routes(shop).request('/v1/senders/main', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        settings: { name, fromName, address, replyTo, provider, policy, identity, staff, ...change },
      }),
    });
  expect((await save({ name: 'ほかの呼び名' })).status).toBe(200);
  expect(await trouble()).toMatchObject({ changedAt: null }); // which no service sees
  await save({ address: 'hello@other.example' });
  expect(await trouble()).toMatchObject({ since, changedAt: expect.any(String) });
  await refuse();
  expect(await trouble()).toMatchObject({ since, changedAt: null });
  const use = (change: object) =>
    routes(shop).request('/v1/workspace', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
  expect((await use({ name: '旅路商店', provider: 'resend' })).status).toBe(200);
  expect(await trouble()).toMatchObject({ changedAt: null }); // the same as before
  expect((await use({ provider: 'smtp' })).status).toBe(200);
  expect(await trouble()).toMatchObject({ since, changedAt: expect.any(String) });
});
