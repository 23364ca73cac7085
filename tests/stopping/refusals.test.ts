import { Readable } from 'node:stream';
import { suppress } from '@tabiji/server/customers/suppression/suppressions.sql.ts';
import { importSuppressions } from '@tabiji/server/customers/suppression/import-list.ts';
import { holdPromotionsOf, releasePromotions } from '@tabiji/server/customers/promotion-hold.sql.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { resumeSending, stopSending } from '@tabiji/server/workspaces/stop-sending.sql.ts';
import { changeWorkspace } from '@tabiji/server/workspaces/workspaces.sql.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const two = (topic?: string) =>
  journey(
    { name: topic ?? 'two', on: visited, ...(topic && { settings: { topic } }) },
    mail(`${topic ?? ''}first`),
    wait('P1D'),
    mail(`${topic ?? ''}second`),
  );
const inIt = (world: World, work: Parameters<typeof inWorkspace<void>>[2]) =>
  inWorkspace(world.services.db, world.workspaceId, work);
const idOf = async (world: World, who: { customer: string }) =>
  (await world.query<{ id: number }>('select id from customer where external_id = $1', [who.customer]))[0]!.id;
const skipped = (world: World) =>
  world.query("select template, because from message where state = 'skipped' order by id");

test('an address that bounced for good gets nothing, also when another customer comes with it', async () => {
  await using world = await createWorld();
  await world.publish(two('transactional'));
  await inIt(world, async (trx, here) => {
    expect(await suppress(trx, here, [{ address: ada.email!.toUpperCase(), reason: 'hard_bounce' }])).toBe(1);
    expect(await suppress(trx, here, [{ address: ada.email!, reason: 'import' }])).toBe(0); // the stricter stays
  });
  await world.event(ada, 'visited');
  await world.event({ customer: 'again', email: ` ${ada.email}` }, 'visited');
  await world.event(ben, 'visited');
  await world.travel('P2D');
  expect((await world.letters.all()).map(({ to }) => to)).toEqual([ben.email, ben.email]);
  expect((await skipped(world)).length).toBe(4);
  expect((await skipped(world))[0]).toEqual({ template: 'transactionalfirst', because: 'suppressed: hard_bounce' });
});

test('a list from another system ends promotions before the first mail goes; what an order needs still goes', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await world.publish(two('transactional'));
  const file = '\ufeffメールアドレス,理由\nADA@example.com,配信停止\nnobody,\nben@example.com,宛先不明\n';
  const read = () =>
    importSuppressions(world.services.db, world.workspaceId, Readable.from([Buffer.from(file)]), { actor: 'test' });
  expect(await read()).toEqual({ suppressed: 2, refused: [{ line: 3, text: 'nobody' }] });
  expect((await read()).suppressed).toBe(0);
  for (const who of [ada, ben]) await world.event(who, 'visited');
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['transactionalfirst', 'transactionalsecond']);
  expect(await world.letters.templatesTo(ben)).toEqual([]);
});

test('who has bought in malls alone gets no promotions', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await world.order(ada, { channel: '楽天市場' });
  await world.order(ben, { channel: '楽天市場' });
  await world.order(ben, { channel: '自社サイト' });
  for (const who of [ada, ben]) await world.event(who, 'visited');
  expect(await world.letters.templatesTo(ada)).toEqual([]);
  expect(await world.letters.templatesTo(ben)).toEqual(['first']);
  expect(await skipped(world)).toEqual([{ template: 'first', because: 'mall_only' }]);
});

test('held promotions wait until their day, or until somebody lets them go; other mails do not', async () => {
  await using world = await createWorld();
  await world.publish(two());
  await world.publish(two('transactional'));
  for (const who of [ada, ben]) await world.identify(who);
  for (const who of [ada, ben]) {
    const id = await idOf(world, who);
    await inIt(world, (trx, here) =>
      holdPromotionsOf(trx, here, id, { until: '2026-03-05T10:00:00+09:00', reason: '問い合わせ対応中' }, 'staff'),
    );
    await world.event(who, 'visited');
  }
  expect(await world.letters.templatesTo(ada)).toEqual(['transactionalfirst']);
  await inIt(world, async (trx, here) => releasePromotions(trx, here, await idOf(world, ben)));
  await world.settle();
  expect((await world.letters.templatesTo(ben)).toSorted()).toEqual(['first', 'transactionalfirst']);
  await world.travelTo('2026-03-05T10:00:00+09:00');
  expect(await world.letters.datesTo(ada)).toContainEqual(['2026-03-05 10:00', 'first']);
});

test('nothing goes while all sending is stopped, and everything that waits goes when it is resumed', async () => {
  await using world = await createWorld();
  await world.publish(two('transactional'));
  await inIt(world, (trx, here) => stopSending(trx, here, '佐藤'));
  await world.event(ada, 'visited');
  await world.travel('P3D');
  expect(await world.letters.all()).toEqual([]);
  await inIt(world, resumeSending);
  await world.drain();
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['transactionalfirst', 'transactionalsecond']);
});

test('a topic that needs a yes goes to those who said it', async () => {
  await using world = await createWorld();
  const offers = { ...STANDARD_TOPICS[0]!, key: 'offers', byDefault: false };
  await changeWorkspace(world.services.db, world.workspaceId, { topics: [...STANDARD_TOPICS, offers] });
  await world.publish(two('offers'));
  for (const who of [ada, ben]) await world.identify(who);
  await world.query(
    `insert into subscription (workspace_id, customer_id, topic, subscribed, at, source)
     select workspace_id, id, 'offers', true, '2026-03-01', 'form' from customer where external_id = 'ada'`,
  );
  for (const who of [ada, ben]) await world.event(who, 'visited');
  expect((await world.letters.all()).map(({ to }) => to)).toEqual([ada.email]);
  expect(await skipped(world)).toEqual([{ template: 'offersfirst', because: 'no_consent: offers' }]);
});
