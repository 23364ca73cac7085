import { receiveMail } from '@tabiji/server/inbound/receive.ts';
import { preferenceRoutes } from '@tabiji/server/http/preferences.ts';
import { requestOptIn } from '@tabiji/server/preferences/request-opt-in.ts';
import { tokenFor } from '@tabiji/server/preferences/token.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { changeWorkspace } from '@tabiji/server/workspaces/workspaces.sql.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const OFFERS = { ...STANDARD_TOPICS[0]!, key: 'offers', byDefault: false, doubleOptIn: true };
const WORDS = '「お得な情報」を受け取ります';

const request = (world: World, email: string, ip = '192.0.2.1') =>
  requestOptIn(world.services, world.workspaceId, { email, topic: 'offers', text: WORDS }, ip);
const consents = (world: World) =>
  world.query(
    `select c.topic, c.subscribed, c.source, t.text, c.ip_hash is not null as traced from consent c
       left join consent_text t on t.workspace_id = c.workspace_id and t.hash = c.text_hash order by c.id`,
  );

test('a thousand sign-ups of one address are one mail, and the yes counts when its link’s button is pressed', async () => {
  await using world = await createWorld();
  await changeWorkspace(world.services.db, world.workspaceId, { topics: [...STANDARD_TOPICS, OFFERS] });
  await world.publish(journey({ on: visited, settings: { topic: 'offers' } }, mail('offer')));
  for (let n = 0; n < 50; n++)
    await Promise.all(Array.from({ length: 20 }, () => request(world, n % 2 ? 'Ada@Example.com' : ada.email!)));
  const letters = await world.letters.all();
  expect(letters.map(({ to, template }) => [to.toLowerCase(), template])).toEqual([[ada.email, 'confirmation']]);
  await world.event(ada, 'visited');
  expect(await consents(world)).toEqual([]);

  const path = /\/u\/[\w.-]+/.exec(letters[0]!.text)![0];
  const routes = preferenceRoutes(world.services);
  expect(await (await routes.request(path)).text()).toContain('メールを受け取りますか');
  expect(await consents(world)).toEqual([]); // looking is no yes
  const pressed = await routes.request(path, { method: 'POST', body: new URLSearchParams({ do: 'confirm' }) });
  expect(await pressed.text()).toContain('ご登録ありがとうございます');
  expect(await consents(world)).toEqual([
    { topic: 'offers', subscribed: true, source: 'form', text: WORDS, traced: false },
  ]);
  await world.event(ada, 'visited');
  expect(await world.query('select external_id from customer')).toEqual([{ external_id: 'ada' }]);
  expect((await world.letters.templatesTo(ada)).filter((template) => template === 'offer')).toHaveLength(0); // once only
});

test('who is not known yet becomes a customer by confirming, and not before', async () => {
  await using world = await createWorld();
  await changeWorkspace(world.services.db, world.workspaceId, { topics: [...STANDARD_TOPICS, OFFERS] });
  await request(world, 'new@example.com');
  expect(await world.query('select id from customer')).toEqual([]);
  const path = /\/u\/[\w.-]+/.exec((await world.letters.all())[0]!.text)![0];
  await preferenceRoutes(world.services).request(path, { method: 'POST' });
  expect(await world.query('select email from customer')).toEqual([{ email: 'new@example.com' }]);
  await expect(request(world, 'no address')).rejects.toThrow('is not a mail address');
});

const raw = (subject: string, more = '') =>
  `From: ada@example.com\r\nTo: stop@shop.example\r\n${more}Subject: ${subject}\r\n\r\nPlease.\r\n`;

test('a mail to the address of List-Unsubscribe stops the topic; answers and automatic mails do not', async () => {
  await using world = await createWorld();
  await world.identify(ada);
  const [{ id }] = (await world.query<{ id: number }>('select id from customer')) as [{ id: number }];
  const keys = await inWorkspace(world.services.db, world.workspaceId, (_, here) => Promise.resolve(here.linkKeys));
  const link = { workspaceId: world.workspaceId, of: id, topic: 'news' };
  const token = tokenFor({ ...link, purpose: 'unsubscribe' }, keys);
  const said = () => world.query('select topic, subscribed, source from subscription');
  for (const mail of [
    raw('Re: hello').replace('Please.', `> http://127.0.0.1/u/${token}`),
    raw(token, 'Auto-Submitted: auto-replied\r\n'),
    raw(tokenFor({ ...link, purpose: 'preferences' }, keys)),
    raw(token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')),
    'no mail at all',
  ])
    expect(await receiveMail(world.services, mail)).toBeUndefined();
  expect(await said()).toEqual([]);
  expect(await receiveMail(world.services, raw(`\r\n ${token}`))).toContain('“news”');
  expect(await said()).toEqual([{ topic: 'news', subscribed: false, source: 'mailto' }]);
});
