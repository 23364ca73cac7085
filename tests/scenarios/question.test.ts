import { createHttp } from '@tabiji/server/http/create-http.ts';
import { createRoutes } from '@tabiji/server/http/routes.ts';
import { expect, test } from 'vitest';
import { called, journey, mail, node } from '../support/build.ts';
import { ada, ben, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };
const ANSWERS = [
  { port: 'a', value: 'yes', label: 'あり' },
  { port: 'b', value: 'not_yet', label: 'まだ' },
];
const HTML = '<p>{{ question.felt.yes }} {{ question.felt.not_yet }} [{{ answers.felt }}]</p>';

const asking = () =>
  journey(
    { on: signedUp, settings: { reentry: 'always' } },
    called('ask', mail('asks', 'ask')),
    node(
      'question',
      { question: 'felt', text: '実感はありましたか？', answers: ANSWERS, until: 'P3D' },
      { a: [mail('glad')], b: [mail('patience')], silence: [mail('reminder')] },
    ),
  );

async function openShop() {
  const world = await createWorld();
  await world.publish(asking());
  await world.query(`update template_version set html = $1, hash = 'links' where key = 'asks'`, [HTML]);
  return world;
}

const http = ({ services }: World) =>
  createHttp({
    token: 'a-token-of-sixteen-letters',
    url: services.config.url,
    log: services.log as never,
    ready: () => Promise.resolve(),
    editor: '/nowhere',
    routes: createRoutes(services),
  });

/** The links of the last letter somebody got, as paths. */
async function linksTo(world: World, who = ada) {
  const letter = (await world.letters.to(who)).findLast(({ template }) => template === 'asks');
  return (letter?.text.match(/http\S+/g) ?? []).map((link) => new URL(link).pathname);
}
const press = (world: World, path: string, answer: string) =>
  http(world).request(path, { method: 'POST', body: new URLSearchParams({ answer }) });
const events = (world: World) =>
  world.query<{ answer: string }>(
    `select properties ->> 'answer' as answer from event where name = 'question_answered' order by id`,
  );

test('a link in a mail shows the question with its answer chosen, and changes nothing', async () => {
  await using world = await openShop();
  await world.event(ada, 'signed_up');
  const [yes, notYet] = await linksTo(world);
  for (const [path, chosen] of [
    [yes!, 'yes'],
    [notYet!, 'not_yet'],
  ] as const) {
    const reply = await http(world).request(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const page = await reply.text();
    expect(page).toContain('実感はありましたか？');
    expect(page).toMatch(new RegExp(`value="${chosen}"\\s+required\\s+checked`));
    expect(page.match(/checked/g)?.filter((word) => word === 'checked').length).toBeGreaterThan(0);
  }
  expect(await events(world)).toEqual([]);
});

test('the button sends the answer, once, and it names the way; later mails know it', async () => {
  await using world = await openShop();
  await world.event(ada, 'signed_up');
  const [yes] = await linksTo(world);
  const replies = await Promise.all([press(world, yes!, 'yes'), press(world, yes!, 'yes'), press(world, yes!, 'yes')]);
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await replies[0]!.text()).toContain('あり');
  await world.settle();
  expect(await events(world)).toEqual([{ answer: 'yes' }]);
  expect(await world.letters.templatesTo(ada)).toEqual(['asks', 'glad']);
  await world.event(ada, 'signed_up');
  expect((await world.letters.to(ada)).findLast(({ template }) => template === 'asks')?.text).toContain('[yes]');
});

test('an answer may be changed, back and forth; every change is kept', async () => {
  await using world = await openShop();
  await world.event(ada, 'signed_up');
  const [yes] = await linksTo(world);
  for (const answer of ['yes', 'not_yet', 'not_yet', 'yes']) await press(world, yes!, answer);
  expect((await events(world)).map(({ answer }) => answer)).toEqual(['yes', 'not_yet', 'yes']);
  expect(await world.query(`select attributes from customer where external_id = 'ada'`)).toEqual([
    { attributes: { 'answers.felt': 'yes' } },
  ]);
});

test('whoever is silent goes on by silence, and may still answer for later', async () => {
  await using world = await openShop();
  await world.event(ben, 'signed_up');
  await world.travel('P4D');
  expect(await world.letters.templatesTo(ben)).toEqual(['asks', 'reminder']);
  const [, notYet] = await linksTo(world, ben);
  await press(world, notYet!, 'not_yet');
  await world.settle();
  expect(await world.letters.templatesTo(ben)).toEqual(['asks', 'reminder']);
});

test('links that nobody has made open nothing and record nothing', async () => {
  await using world = await openShop();
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  const [yes] = await linksTo(world);
  const [said, signature] = yes!.slice(3).split('.');
  const other = Buffer.from(Buffer.from(said!, 'base64url').toString().replace('.yes', '.not_yet')).toString(
    'base64url',
  );
  const [bens] = await linksTo(world, ben);
  for (const path of [
    `/q/${other}.${signature}`,
    `/q/${said}.${bens!.split('.')[1]}`,
    `/q/${said}`,
    `/q/${said}.`,
    `/q/${said}.${signature}.x`,
    `/q/${said}.${signature!.slice(0, -2)}`,
    '/q/x',
    '/q/%E3%81%82',
  ]) {
    expect((await http(world).request(path)).status).toBe(404);
    expect((await press(world, path, 'yes')).status).toBe(404);
  }
  expect((await press(world, yes!, 'something else')).status).toBe(400);
  expect(await events(world)).toEqual([]);
});

test('everything else still asks for the token', async () => {
  await using world = await openShop();
  for (const path of ['/', '/v1/journeys', '/q', '/qx/abc'])
    expect((await http(world).request(path, { headers: { accept: 'application/json' } })).status).toBe(401);
});

test('the page speaks the customer’s language, and shows what was typed as text', async () => {
  await using world = await openShop();
  const emma = person('emma', { locale: 'en' });
  await world.event(emma, 'signed_up');
  await world.query(`update question set text = '<script>alert(1)</script>'`);
  const [yes] = await linksTo(world, emma);
  const page = await (await http(world).request(yes!)).text();
  expect(page).toContain('Send this answer');
  expect(page).toContain('lang="en"');
  expect(page).not.toContain('<script>');
  expect(await (await press(world, yes!, 'yes')).text()).toContain('Thank you');
});
