import { mailLinks } from '@tabiji/server/preferences/mail-links.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { preferenceRoutes } from '@tabiji/server/http/preferences.ts';
import { originGuard } from '@tabiji/server/http/origin-guard.ts';
import { auth } from '@tabiji/server/http/auth.ts';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const GMAIL = 'List-Unsubscribe=One-Click';

/** The routes as the server mounts them: behind the token and the guard of origins. */
const routesOf = (world: World) =>
  new Hono()
    .use(originGuard({ token: 'a'.repeat(16) }), auth({ token: 'a'.repeat(16), https: true }))
    .route('/', preferenceRoutes(world.services));

const headersOf = async (world: World): Promise<Record<string, string>> =>
  (await world.query<{ headers: Record<string, string> }>('select headers from letter order by id desc limit 1'))[0]!
    .headers;

const pathIn = (header: string | undefined): string => new URL(/<(http[^>]+)>/.exec(header ?? '')![1]!).pathname;

/** Somebody in the middle of a journey of two mails. */
async function inTheMiddle(world: World, topic?: string) {
  await world.publish(
    journey({ on: visited, ...(topic && { settings: { topic } }) }, mail('first'), wait('P1D'), mail('second')),
  );
  await world.event(ada, 'visited');
  return { headers: await headersOf(world) };
}

const said = (world: World) =>
  world.query<{ topic: string; subscribed: boolean; source: string }>(
    'select topic, subscribed, source from subscription order by topic',
  );

test.each([
  ['form', (): RequestInit => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: GMAIL })],
  [
    'multipart form',
    (): RequestInit => {
      const body = new FormData();
      body.set('List-Unsubscribe', 'One-Click');
      return { body };
    },
  ],
])('the button of a mail program (%s) stops the next mail of a running journey', async (_name, request) => {
  await using world = await createWorld();
  const { headers } = await inTheMiddle(world);
  expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  const reply = await routesOf(world).request(pathIn(headers['List-Unsubscribe']), { method: 'POST', ...request() });
  expect([reply.status, reply.redirected, reply.headers.get('set-cookie')]).toEqual([200, false, null]);
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['first']);
  expect(await said(world)).toEqual([{ topic: 'news', subscribed: false, source: 'one_click' }]);
  expect(await world.query("select state, because from message where template = 'second'")).toMatchObject([
    { state: 'skipped', because: expect.stringMatching(/^unsubscribed: 2026-03-02T/) as unknown },
  ]);
});

test('looking at the link changes nothing, and a wrong one leads nowhere', async () => {
  await using world = await createWorld();
  const { headers } = await inTheMiddle(world);
  const routes = routesOf(world);
  const path = pathIn(headers['List-Unsubscribe']);
  for (const method of ['GET', 'HEAD']) expect((await routes.request(path, { method })).status).toBe(200);
  const last = path.at(-1) === 'A' ? 'B' : 'A';
  for (const wrong of [path.slice(0, -1) + last, '/u/abc', '/u/OTk5OTkuMS51Lm5ld3M.1.AAAAAAAAAAAAAAAAAAAAAA'])
    for (const method of ['GET', 'POST']) expect((await routes.request(wrong, { method })).status).toBe(404);
  expect(await said(world)).toEqual([]);
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['first', 'second']);
});

test('a mail that an order needs names no way out and goes to who refused everything', async () => {
  await using world = await createWorld();
  const { headers } = await inTheMiddle(world, 'transactional');
  expect(Object.keys(headers)).not.toContain('List-Unsubscribe');
  await world.query(
    `insert into subscription (workspace_id, customer_id, topic, subscribed, at, source)
     select workspace_id, id, '*', false, '2026-03-01', 'api' from customer`,
  );
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['first', 'second']);
});

test('everything is stopped by one button and comes back by another, with the words that were read as proof', async () => {
  await using world = await createWorld();
  await inTheMiddle(world);
  const routes = routesOf(world);
  const [{ id }] = (await world.query<{ id: number }>('select id from customer')) as [{ id: number }];
  const { links } = await inWorkspace(world.services.db, world.workspaceId, (_, here) =>
    Promise.resolve(
      mailLinks({ url: '' }, { workspaceId: here.id, of: id, topic: topicRule(here.topics, null) }, here.linkKeys),
    ),
  );
  const press = async (body: string) =>
    (
      await routes.request(links.preferences, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
      })
    ).text();
  expect(await press('do=all')).toContain('すべての配信を停止しました');
  expect(await said(world)).toMatchObject([
    { topic: '*', subscribed: false },
    { topic: 'news', subscribed: false },
  ]);
  expect(await press('do=undo&topic=news')).toContain('設定を保存しました');
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['first', 'second']);
  const proofs = await world.query(
    `select c.topic, c.subscribed, c.source, c.locale, t.text from consent c
       left join consent_text t on t.workspace_id = c.workspace_id and t.hash = c.text_hash order by c.id`,
  );
  const text = '旅路商店\nお知らせ: 商品のこと、使い方、季節のお便り';
  const by = { source: 'preference_page', locale: 'ja', text };
  expect(proofs).toEqual([
    { topic: '*', subscribed: false, ...by },
    { topic: 'news', subscribed: false, ...by },
    { topic: 'news', subscribed: true, ...by },
  ]);
});
