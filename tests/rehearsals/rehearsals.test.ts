import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { planRehearsal } from '@tabiji/server/rehearsals/plan-rehearsal.ts';
import { sendRehearsal } from '@tabiji/server/rehearsals/send-rehearsal.ts';
import { addSender, chooseForTemplate } from '@tabiji/server/senders/change-sender.ts';
import { inSnapshot } from '@tabiji/server/simulation/in-snapshot.sql.ts';
import { lastTests } from '@tabiji/server/templates/tests-sent/tests.sql.ts';
import { MOST_REHEARSED, PlanRehearsal, type RehearsalLine, SendRehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { AddSender } from '@tabiji/shared/api/senders.ts';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { startMailServer } from '../mail/smtp-server.ts';
import { branch, journey, mail, node, type Stop, wait } from '../support/build.ts';
import { ada, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const ME = 'me@shop.example';
const twice = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const follow = journey(
  { name: '初回フォロー', on: { on: 'first_purchase' } },
  mail('hello'),
  wait('P14D', '10:00'),
  mail('howto'),
  branch(twice, [wait('P1D'), mail('thanks')], [wait('P30D'), mail('missyou')]),
);
const MAILS = ['hello', 'howto', 'thanks', 'missyou'];

const plan = (world: World, asked: PlanRehearsal) =>
  inSnapshot(world.services.db, world.workspaceId, (trx, here) =>
    planRehearsal(trx, here, PlanRehearsal.parse(asked), world.services.config.url),
  ).then(({ rehearsal }) => rehearsal);

async function send(world: World, asked: SendRehearsal, services = world.services): Promise<RehearsalLine[]> {
  const lines: RehearsalLine[] = [];
  for await (const line of sendRehearsal(services, world.workspaceId, SendRehearsal.parse(asked))) lines.push(line);
  return lines;
}

const idOf = async ({ query }: World, { customer }: { customer: string }) =>
  (await query<{ id: number }>('select id::int from customer where external_id = $1', [customer]))[0]!.id;
const letters = ({ query }: World) =>
  query<{ subject: string; recipient: string; html: string; plain: string; customer_id: number | null }>(
    'select subject, recipient, html, plain, customer_id from letter order by id',
  );

test('the mails of a way come to oneself now, in their order, each with its day from the entry', async () => {
  await using world = await createWorld();
  await world.install(MAILS);
  await world.order(ada, { amount: 3000 });
  const asked = {
    graph: follow,
    customer: { id: await idOf(world, ada) },
    enterAt: '2026-03-02T10:00:00+09:00',
    forks: [{ node: 'branch1', port: 'yes' }],
  };
  const { mails, shownAs, isIn } = await plan(world, asked);
  expect({ shownAs, isIn }).toEqual({ shownAs: '愛田 彩', isIn: true });
  expect(mails.map(({ day, at, template, standing }) => [day, at, template, standing])).toEqual([
    [0, '2026-03-02T01:00:00.000Z', 'hello', 'goes'],
    [14, '2026-03-16T01:00:00.000Z', 'howto', 'goes'],
    [15, '2026-03-17T01:00:00.000Z', 'thanks', 'goes'],
  ]);
  const lines = await send(world, { ...asked, to: [ME] });
  expect(lines.map(({ mail, to, state, subject }) => [mail, to, state, subject])).toEqual([
    [0, ME, 'sent', '[テスト +0日] hello'],
    [1, ME, 'sent', '[テスト +14日] howto'],
    [2, ME, 'sent', '[テスト +15日] thanks'],
  ]);
  const got = await letters(world);
  expect(got.map(({ subject, recipient, customer_id }) => [subject, recipient, customer_id])).toEqual(
    lines.map(({ subject }) => [subject, ME, null]),
  );
  expect(got[0]!.plain).toContain('愛田彩 1');
  const kept = await inWorkspace(world.services.db, world.workspaceId, (trx, here) => lastTests(trx, here, 'howto'));
  expect(kept).toMatchObject([{ to: ME, shownAs: '愛田 彩', state: 'sent', subject: '[テスト +14日] howto' }]);
});

test('nothing of the customer changes: no passage, no message, no count, no event', async () => {
  await using world = await createWorld();
  await world.install(MAILS);
  await world.order(ada, { amount: 3000 });
  const rows = async () => {
    const tables = ['customer', 'event', 'shop_order', 'enrollment', 'outbox', 'message', 'diary', 'letter_count'];
    const there = await world.query<{ name: string }>(
      'select table_name as name from information_schema.tables where table_name = any($1)',
      [tables],
    );
    const all = await Promise.all(
      there.map(async ({ name }) => [name, await world.query(`select to_jsonb(t) as row from ${name} t`)] as const),
    );
    return Object.fromEntries(all);
  };
  const before = await rows();
  await send(world, { graph: follow, customer: { id: await idOf(world, ada) }, to: [ME] });
  expect(await letters(world)).toHaveLength(3);
  expect(await rows()).toEqual(before);
});

test('links lead nowhere: neither a click nor an answer nor a refusal can come from a test', async () => {
  await using world = await createWorld();
  await world.query('update workspace set tracking = $1', [JSON.stringify({ clicks: true, opens: true })]);
  const asking = journey(
    { on: { on: 'first_purchase' } },
    mail('asks'),
    node(
      'question',
      { question: 'felt', text: 'いかがですか？', answers: [{ port: 'a', value: 'yes', label: 'よい' }], until: 'P3D' },
      { a: [], silence: [] },
    ),
  );
  const text =
    '<a href="{{ question.felt.yes }}">よい</a> <a href="{{ links.unsubscribe }}">停止</a> <a href="https://shop.example/">店</a>';
  await world.install(
    ['asks'],
    `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`,
  );
  await world.order(ada, { amount: 3000 });
  await send(world, { graph: asking, customer: { id: await idOf(world, ada) }, to: [ME] });
  const [letter] = await letters(world);
  const links = [...letter!.html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['#', '#', 'https://shop.example/']);
  expect(letter!.html).not.toContain(world.services.config.url);
});

test('what a customer would not get is listed with its reason and not sent; what they lack is named', async () => {
  await using world = await createWorld();
  await world.install(['hello']);
  const graph = journey({ on: { on: 'first_purchase' } }, mail('hello'), wait('P2D'), mail('gone'));
  const some = await plan(world, { graph, customer: { persona: 'no_name' } });
  expect(some.mails).toMatchObject([
    { template: 'hello', standing: 'goes', missing: ['customer.lastName', 'customer.firstName'] },
    { day: 2, template: 'gone', standing: 'refused', because: 'template_missing', missing: [] },
  ]);
  expect(await send(world, { graph, customer: { persona: 'no_name' }, to: [ME] })).toHaveLength(1);
  const nobody = await plan(world, { graph, customer: { persona: 'no_email' } });
  expect(nobody.mails.map(({ standing, because }) => [standing, because])).toEqual([
    ['refused', 'no_address'],
    ['refused', 'no_address'],
  ]);
  await expect(send(world, { graph, customer: { persona: 'no_email' }, to: [ME] })).rejects.toThrow('No mail goes');
});

test('a mail that still waits when the trace ends is listed with what it waits for', async () => {
  await using world = await createWorld();
  await world.install(['hello']);
  const settings = { quietHours: { from: '21:00', to: '08:00' } };
  const graph = journey({ on: { on: 'first_purchase' }, settings }, mail('hello'));
  const asked = { graph, customer: { persona: 'regular' }, enterAt: '2026-03-02T22:30:00+09:00' };
  const held = await plan(world, { ...asked, until: '2026-03-02T23:00:00+09:00' });
  expect(held.mails).toMatchObject([{ day: 0, template: 'hello', standing: 'waits', because: 'quiet_hours' }]);
  expect((await plan(world, asked)).mails).toMatchObject([{ day: 1, template: 'hello', standing: 'goes' }]);
});

test(`at most ${MOST_REHEARSED} mails go at once, counted over all addresses; fewer can be chosen`, async () => {
  await using world = await createWorld();
  const keys = Array.from({ length: 26 }, (_, i) => `m${i}`);
  await world.install(keys);
  const stops = keys.flatMap((key): Stop[] => [mail(key), wait('P1D')]);
  const asked = { graph: journey({ on: { on: 'first_purchase' } }, ...stops), customer: { persona: 'regular' } };
  const to = [ME, 'you@shop.example'];
  await expect(send(world, { ...asked, to })).rejects.toThrow('at most 50');
  expect(await letters(world)).toEqual([]);
  const lines = await send(world, { ...asked, to, mails: [1, 25] });
  expect(lines.map(({ mail, to: address, subject }) => [mail, address, subject])).toEqual([
    [1, ME, '[テスト +1日] m1'],
    [1, 'you@shop.example', '[テスト +1日] m1'],
    [25, ME, '[テスト +25日] m25'],
    [25, 'you@shop.example', '[テスト +25日] m25'],
  ]);
});

test('they go by SMTP in the name of each mail’s own sender; one that is refused keeps no other from going', async () => {
  await using smtp = await startMailServer();
  await using world = await createWorld({ provider: 'smtp', kind: 'live' });
  await world.install(MAILS);
  await inWorkspace(world.services.db, world.workspaceId, async (trx, here) => {
    const add = (key: string, address: string) =>
      addSender(trx, here, AddSender.parse({ key, name: key, fromName: { ja: key, en: '' }, address }));
    await add('tencho', 'tencho@tabiji.example');
    await add('stranger', 'x@not-ours.example');
    await chooseForTemplate(trx, here, 'hello', 'stranger');
    await chooseForTemplate(trx, here, 'howto', 'tencho');
  });
  const services = { ...world.services, config: { ...world.services.config, smtpUrl: smtp.url } };
  const lines = await send(world, { graph: follow, customer: { persona: 'first_thirties' }, to: [ME] }, services);
  expect(lines.map(({ state }) => state)).toEqual(['failed', 'sent', 'sent']);
  expect(lines[0]!.because).toMatch(/550|not allowed/);
  const taken = await Promise.all(smtp.taken.map(({ raw }) => PostalMime.parse(raw)));
  expect(taken.map(({ from, subject, to }) => [from?.address, subject, to?.[0]?.address])).toEqual([
    ['tencho@tabiji.example', '[テスト +14日] howto', ME],
    ['hello@tabiji.example', '[テスト +44日] missyou', ME],
  ]);
});

test('somebody whom the door is closed to is told so', async () => {
  await using world = await createWorld();
  await world.install(['hello']);
  await world.order(person('zoe'), { amount: 3000 });
  const graph = journey({ on: { on: 'first_purchase' }, filter: twice }, mail('hello'));
  expect(await plan(world, { graph, customer: { id: await idOf(world, person('zoe')) } })).toMatchObject({
    isIn: false,
    mails: [],
  });
});
