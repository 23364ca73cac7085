import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { hookKey } from '@tabiji/server/feedback/hook-key.sql.ts';
import { isTracked, readTrackToken } from '@tabiji/server/feedback/links/track-token.ts';
import { findReturnTokens, isReturnToken } from '@tabiji/server/feedback/return-path.ts';
import { errorReply } from '@tabiji/server/http/error-reply.ts';
import { linkKeyRoutes } from '@tabiji/server/http/link-keys.ts';
import type { RouteEnv } from '@tabiji/server/http/route-env.ts';
import type { Mail } from '@tabiji/server/messages/providers/provider.ts';
import { isGenuine } from '@tabiji/server/preferences/token.ts';
import { linkKeys, rotateLinkKeys } from '@tabiji/server/workspaces/link-keys.sql.ts';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dueAgain } from '../mail/mailings.ts';
import { openShop } from '../pace/shop.ts';
import { WORKSPACE } from '../mail/services.ts';

/** A shop that measures clicks and has a place for reports, whose service does not take the first attempt. */
async function openTroubledShop() {
  const shop = await openShop({ customers: 2 });
  await shop.rows(
    sql`update workspace set tracking = '{"clicks": true, "opens": true}', bounce_address = 'b@mail.example'`,
  );
  await shop.rows(sql`update outbox set retry_at = 'infinity' where customer_id = 2`);
  const mails: Mail[] = [];
  shop.answer = (mail) => {
    mails.push(mail);
    return { kind: mails.length === 1 ? 'unknown' : 'accepted', because: 'a cut', providerId: null };
  };
  const here = <T>(look: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(shop.db, WORKSPACE, look);
  const rotate = () => here((trx, at) => rotateLinkKeys(trx, at, at.linkKeys.length));
  /** As if the wait between attempts were over for this customer's mail, and for nobody else's. */
  const due = async (customer: number) => {
    await dueAgain(shop.db);
    await shop.rows(sql`update outbox set retry_at = 'infinity' where customer_id <> ${customer}`);
  };
  return { shop, mails, here, rotate, due };
}

const tokenIn = (mail: Mail) => /\/u\/([\w.-]+)>/.exec(mail.headers['List-Unsubscribe'] ?? '')![1]!;
const clickIn = (mail: Mail) => /\/t\/c\/([\w.-]+)/.exec(mail.text)![1]!;

test('a mail that is tried again after the key was changed is the same to the byte; the next is signed anew', async () => {
  const { shop, mails, here, rotate, due } = await openTroubledShop();
  await using _ = shop;
  await shop.send();
  expect(mails).toHaveLength(1);
  await rotate();
  await due(1);
  await shop.send();
  await due(2);
  await shop.send();
  const [first, again, next] = mails;
  expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  expect(tokenIn(first!)).toMatch(/\.1\.[\w-]{22}$/);
  expect(tokenIn(next!)).toMatch(/\.2\.[\w-]{22}$/);
  expect(clickIn(next!)).toMatch(/\.2\.[\w-]{22}$/);

  await rotate();
  const believed = await here((_trx, { id, linkKeys: keys }) =>
    Promise.resolve(
      [first!, next!].map((mail) => [
        isGenuine(tokenIn(mail), keys),
        isTracked(clickIn(mail), keys) && readTrackToken(clickIn(mail)) !== undefined,
        isReturnToken(findReturnTokens(JSON.stringify(mail))[0]!, { id, linkKeys: keys }),
      ]),
    ),
  );
  expect(believed).toEqual([
    [true, true, true],
    [true, true, true],
  ]);
});

test('addresses that services call stay when keys of links are changed, and no empty key makes one', async () => {
  const { shop, here, rotate } = await openTroubledShop();
  await using _ = shop;
  const before = await here(hookKey);
  await rotate();
  expect(await here(hookKey)).toBe(before);
  await shop.rows(sql`update workspace set hook_key = ''`);
  await expect(here(hookKey)).rejects.toThrow('no key');
});

test('a change that is asked for twice happens once, and it is told since when the last key signs', async () => {
  const { shop, here } = await openTroubledShop();
  await using _ = shop;
  const routes = new Hono<RouteEnv>()
    .use(async (c, next) => {
      c.set('workspaceId', WORKSPACE);
      await next();
    })
    .route('/', linkKeyRoutes(shop.services))
    .onError(errorReply(shop.services.log));
  const [{ created }] = (await shop.rows(sql<{ created: Date }>`select created_at as created from workspace`)) as [
    { created: Date },
  ];
  expect(await (await routes.request('/v1/link-keys')).json()).toEqual({ believed: 1, since: created.toISOString() });
  const press = () =>
    routes.request('/v1/link-keys', {
      method: 'POST',
      body: '{"believed":1}',
      headers: { 'content-type': 'application/json' },
    });
  const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  const now = await here(linkKeys);
  expect(now.believed).toBe(2);
  expect(Date.parse(now.since)).toBeGreaterThan(created.getTime());
  expect(
    await shop.rows(sql`select link_key_times ->> 0 as first, jsonb_array_length(link_key_times) as n from workspace`),
  ).toEqual([{ first: expect.any(String) as unknown, n: 2 }]);
  await expect(here((trx, at) => rotateLinkKeys(trx, at, 100))).rejects.toThrow('no more');
});
