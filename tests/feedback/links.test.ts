import { auth } from '@tabiji/server/http/auth.ts';
import { originGuard } from '@tabiji/server/http/origin-guard.ts';
import { trackingRoutes } from '@tabiji/server/http/tracking.ts';
import { stateOf } from '@tabiji/shared/sending/feedback.ts';
import { Hono } from 'hono';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { startMailServer } from '../mail/smtp-server.ts';
import { exit, journey, mail, node } from '../support/build.ts';
import { ada, ben, type Person } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { createWorldDatabase } from '../support/world-database.ts';

const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-button href="https://shop.example.com/guide?from=mail&amp;n=1">使い方を見る</mj-button>
  <mj-button href="https://shop.example.com/{{ customer.externalId }}">あなたのページ</mj-button>
  <mj-text><a href="https://shop.example.com/voices">お客様の声</a> <a href="tel:0312345678">電話</a>
    <a href="{{ links.unsubscribe }}">配信停止</a></mj-text>
</mj-column></mj-section></mj-body></mjml>`;

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1';

/** Mails that left by SMTP to two customers whose journey waits for a click. */
async function mailed({ opens = false } = {}) {
  await using stack = new AsyncDisposableStack();
  const smtp = stack.use(await startMailServer());
  const database = stack.use(await createWorldDatabase(6, { TABIJI_SMTP_URL: smtp.url }));
  const world = stack.use(await createWorld({ provider: 'smtp', database }));
  await world.query('update workspace set tracking = $2 where id = $1', [world.workspaceId, { clicks: true, opens }]);
  const plan = journey(
    { on: { on: 'event', event: 'visited' } },
    mail('guide'),
    node(
      'wait-for',
      { for: { message: 'clicked', node: 'guide' }, until: 'P3D' },
      {
        happened: [exit('clicked')],
        timeout: [exit('silent')],
      },
    ),
  );
  const { id } = await world.publish(plan, undefined, MJML);
  for (const person of [ada, ben]) {
    await world.event(person, 'visited');
  }
  const routes = new Hono()
    .use(originGuard({ token: 'a'.repeat(16) }), auth({ token: 'a'.repeat(16), https: true }))
    .route('/', trackingRoutes(database.services));
  const get = (path: string, { method = 'GET', agent = PHONE } = {}) =>
    routes.request(path, { method, headers: { 'user-agent': agent } });
  const mails = await Promise.all(smtp.taken.map(({ raw }) => PostalMime.parse(raw)));
  const pathsTo = (person: Person, kind: 'c' | 'o') => {
    const html = mails.find(({ to }) => to?.[0]?.address === person.email)?.html ?? '';
    return [...html.matchAll(new RegExp(`"http[^"]*(/t/${kind}/[^"]+)"`, 'g'))].map(([, path]) => path!);
  };
  /** As if the mails had gone a minute earlier. */
  const later = () => world.query("update message set received_at = received_at - interval '1 minute'");
  const states = async () =>
    (await world.query<{ facts: number }>('select facts from feedback_state order by message_id')).map(({ facts }) =>
      stateOf(facts),
    );
  const parts = stack.move();
  return {
    world,
    journeyId: id,
    mails,
    pathsTo,
    get,
    later,
    states,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

test('who clicks in a mail that left by SMTP goes on at once, the clicked way; the figures show it', async () => {
  await using sent = await mailed();
  const { world, pathsTo, get, later, states, journeyId } = sent;
  expect(pathsTo(ada, 'c')).toHaveLength(2);
  await later();
  const reply = await get(pathsTo(ada, 'c')[0]!);
  expect([reply.status, reply.headers.get('location')]).toEqual([302, 'https://shop.example.com/guide?from=mail&n=1']);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  await world.settle();
  expect(await world.exits(ada)).toEqual(['clicked']);
  expect(await world.exits(ben)).toEqual([null]);
  expect(await states()).toEqual(['clicked']);
  await get(pathsTo(ada, 'c')[0]!);
  await get(pathsTo(ada, 'c')[1]!);
  expect(await world.query('select kind, detail from feedback order by id')).toEqual([
    { kind: 'clicked', detail: 'https://shop.example.com/guide?from=mail&n=1' },
    { kind: 'clicked', detail: 'https://shop.example.com/voices' },
  ]);
  expect(
    await world.query("select node, n from journey_delta where kind = 'clicked' and journey_id = $1", [journeyId]),
  ).toEqual([{ node: 'guide', n: 1 }]);
  await world.travel('P4D');
  expect(await world.exits(ben)).toEqual(['silent']);
});

test('only links without values are rewritten; the text says the same as the HTML', async () => {
  await using sent = await mailed();
  const { mails, pathsTo } = sent;
  const html = mails.find(({ to }) => to?.[0]?.address === 'ada@example.com')?.html ?? '';
  expect(html).toContain('"https://shop.example.com/ada"');
  expect(html).toContain('"tel:0312345678"');
  expect(html).toMatch(/"http[^"]+\/u\/[^"]+"/);
  expect(html).not.toContain('shop.example.com/guide');
  expect(html).not.toContain('/t/o/');
  expect(pathsTo(ada, 'c').map((path) => path.split('.')[0])).not.toEqual(
    pathsTo(ben, 'c').map((path) => path.split('.')[0]),
  );
});

test('links that nobody made lead nowhere, and nothing that a request says leads anywhere', async () => {
  await using sent = await mailed();
  const { world, pathsTo, get, later } = sent;
  await later();
  const path = pathsTo(ada, 'c')[0]!;
  const [said, number, signature] = path.slice('/t/c/'.length).split('.');
  const swapped = pathsTo(ben, 'c')[0]!.split('.')[0]!.slice('/t/c/'.length);
  const wrong = [
    path.slice(0, -1),
    `${path}A`,
    `/t/c/${swapped}.${number}.${signature}`,
    `/t/c/${said}.2.${signature}`,
    `/t/c/${said}.${number}.${'A'.repeat(22)}`,
    '/t/c/https%3A%2F%2Fevil.example',
    '/t/c/x?url=https://evil.example',
    path.replace('/c/', '/o/') + '.gif',
  ];
  for (const each of wrong) expect((await get(each)).status, each).toBe(404);
  expect(await world.query('select * from feedback')).toEqual([]);
  expect((await get(`${path}?url=https://evil.example`)).headers.get('location')).toMatch(
    /^https:\/\/shop\.example\.com\//,
  );
});

test('programs are led on and counted nowhere', async () => {
  await using sent = await mailed({ opens: true });
  const { world, pathsTo, get, later, states } = sent;
  const [path] = pathsTo(ada, 'c');
  expect((await get(path!)).status).toBe(302); // within seconds of the sending
  await later();
  expect((await get(path!, { method: 'HEAD' })).status).toBe(302);
  expect((await get(path!, { agent: 'Barracuda Sentinel (EE)' })).status).toBe(302);
  const [picture] = pathsTo(ada, 'o');
  expect((await get(picture!, { agent: 'Mozilla/5.0 (via ggpht.com GoogleImageProxy)' })).status).toBe(200);
  expect((await get(picture!, { agent: 'Mozilla/5.0' })).status).toBe(200);
  expect(await states()).toEqual(['sent']);
  expect(await world.query("select name from event where name like 'message%'")).toEqual([]);
  const reply = await get(picture!);
  expect([reply.headers.get('content-type'), (await reply.arrayBuffer()).byteLength]).toEqual(['image/gif', 42]);
  expect(await states()).toEqual(['opened']);
  await world.settle();
  expect(await world.exits(ada)).toEqual([null]);
});
