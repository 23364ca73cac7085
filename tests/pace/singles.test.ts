import { sendSingle, type Single } from '@tabiji/server/messages/single/send-single.ts';
import { pauseSender } from '@tabiji/server/feedback/sender-health/pauses.sql.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { addSender } from '@tabiji/server/senders/change-sender.ts';
import { resumeSending, stopSending } from '@tabiji/server/workspaces/stop-sending.sql.ts';
import { NO_FIGURES } from '@tabiji/shared/sending/auto-pause.ts';
import { shape } from '@tabiji/shared/sending/bucket.ts';
import { SenderSettings } from '@tabiji/shared/sending/sender.ts';
import { localDate } from '@tabiji/shared/time.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { WORKSPACE } from '../mail/services.ts';
import { openShop } from './shop.ts';

let number = 0;
const single = (to: string, more: Partial<Single> = {}): Single => {
  const id = ++number;
  const from = { name: '旅路商店', address: 'hello@tabiji.example' };
  const mail = {
    key: `single.${id}`,
    from,
    to,
    subject: 'テスト',
    html: { text: '<p>テスト</p>' },
    text: 'テスト',
    headers: {},
  };
  return { id, mail: mail as Single['mail'], sender: 'main', template: 'hello', essential: false, ...more };
};
type Shop = Awaited<ReturnType<typeof openShop>>;
const send = (shop: Shop, to: string, more?: Partial<Single>) => sendSingle(shop.ports, WORKSPACE, single(to, more));
const here = (shop: Shop, work: Parameters<typeof inWorkspace<void>>[2]) => inWorkspace(shop.db, WORKSPACE, work);

test('a test goes before whoever waits in line, and the line counts it: no minute has more than its limit', async () => {
  const perMinute = 30;
  await using shop = await openShop({
    customers: 30,
    paces: { main: { perMinute: { docomo: perMinute }, warmUp: null } },
  });
  await shop.rows(sql`update customer set email = 'c' || id || '@docomo.ne.jp'`);
  while ((await shop.send(30)).more);
  const { holds } = shape(perMinute);
  expect(shop.mails.length).toBe(holds);
  const going = send(shop, 'boss@docomo.ne.jp');
  const isOver = going.then(() => true);
  while (!(await Promise.race([isOver, shop.send(30).then(() => false)])));
  expect((await going).handed.kind).toBe('accepted');
  expect(shop.mails.indexOf('boss@docomo.ne.jp')).toBe(holds); // nobody's token was taken meanwhile
  expect(await shop.rows(sql`select line, sent::int from send_bucket order by line`)).toEqual([
    { line: 'main *', sent: holds + 1 },
    { line: 'main docomo', sent: holds + 1 },
  ]);
});

test('one that would wait too long is refused and takes nothing; the day of a warm-up counts it and does not hold it', async () => {
  const warmUp = { from: localDate(Date.now(), 'Asia/Tokyo'), first: 2, target: 1000 };
  await using shop = await openShop({ customers: 5, paces: { main: { perMinute: { docomo: 1 }, warmUp } } });
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(2);
  expect((await send(shop, 'boss@example.com')).handed.kind).toBe('accepted');
  expect((await send(shop, 'boss@docomo.ne.jp')).handed.kind).toBe('accepted');
  const before = await shop.rows(sql`select * from send_bucket order by line`);
  const { handed } = await send(shop, 'boss@docomo.ne.jp');
  expect(handed).toMatchObject({ kind: 'later', because: expect.stringContaining('1分間に送れる数') });
  expect(await shop.rows(sql`select * from send_bucket order by line`)).toEqual(before);
  expect(await shop.rows(sql`select sent::int from send_bucket where line = 'main *'`)).toEqual([{ sent: 4 }]);
});

test('a sender that has stopped, and a stop of everything, say so; what somebody waits for still goes', async () => {
  await using shop = await openShop({ customers: 1 });
  await here(shop, (trx, at) => pauseSender(trx, at, 'main', { because: 'bounces', figures: NO_FIGURES }));
  expect((await send(shop, 'boss@example.com')).handed).toMatchObject({
    kind: 'later',
    because: expect.stringContaining('「旅路商店」の販促メールを停止しています'),
  });
  expect((await send(shop, 'new@example.com', { essential: true })).handed.kind).toBe('accepted');
  await here(shop, (trx, at) => stopSending(trx, at, '花'));
  expect((await send(shop, 'new@example.com', { essential: true })).handed).toMatchObject({
    because: expect.stringContaining('すべての送信を停止'),
  });
  await here(shop, resumeSending);
  expect(shop.mails).toEqual(['new@example.com']);
});

test('all sending that is stopped while a mail waits for its token keeps it back', async () => {
  await using shop = await openShop({ customers: 1, paces: { main: { perMinute: { docomo: 14 }, warmUp: null } } });
  await send(shop, 'boss@docomo.ne.jp');
  const going = send(shop, 'late@docomo.ne.jp'); // waits for four seconds
  await expect
    .poll(() => shop.rows(sql`select sent::int from send_bucket where line = 'main *'`))
    .toEqual([{ sent: 2 }]);
  await here(shop, (trx, at) => stopSending(trx, at, '花'));
  expect((await going).handed).toMatchObject({ because: expect.stringContaining('すべての送信を停止') });
  expect(shop.mails).not.toContain('late@docomo.ne.jp');
});

test('a service in trouble is left alone, learns nothing new from tests but what they tell, and is tried by one', async () => {
  await using shop = await openShop({ customers: 1 });
  shop.answer = () => ({ kind: 'later', because: 'connection refused', everybody: true });
  for (let tries = 0; tries < 3; tries++) {
    expect((await send(shop, 'boss@example.com')).handed.kind).toBe('later');
    expect(await shop.rows(sql`select tries from provider_trouble`)).toEqual([{ tries: tries + 1 }]);
    await shop.rows(sql`update provider_trouble set waits_until = date_trunc('milliseconds', clock_timestamp())`);
  }
  await shop.rows(
    sql`update provider_trouble set waits_until = date_trunc('milliseconds', clock_timestamp()) + interval '1 minute'`,
  );
  shop.mails.length = 0;
  expect((await send(shop, 'boss@example.com')).handed).toMatchObject({
    because: expect.stringContaining('connection refused'),
  });
  expect(shop.mails).toEqual([]);
  await shop.rows(
    sql`update provider_trouble set waits_until = date_trunc('milliseconds', clock_timestamp()) - interval '1 second'`,
  );
  shop.answer = () => ({ kind: 'accepted', providerId: null });
  expect((await send(shop, 'boss@example.com')).handed.kind).toBe('accepted');
  expect(await shop.rows(sql`select * from provider_trouble`)).toEqual([]);
});

test('each goes by the provider of its sender', async () => {
  await using shop = await openShop({ customers: 1 });
  await shop.rows(sql`update workspace set provider = 'smtp'`);
  const settings = { name: '店長', fromName: { ja: '店長', en: '' }, address: 'tencho@tabiji.example' };
  await here(shop, (trx, at) =>
    addSender(trx, at, { ...SenderSettings.parse({ ...settings, provider: 'resend' }), key: 'tencho' }),
  );
  expect(await send(shop, 'boss@example.com', { sender: 'tencho' })).toMatchObject({
    provider: 'resend',
    handed: { kind: 'accepted' },
  });
  expect(await send(shop, 'boss@example.com')).toMatchObject({
    provider: 'smtp',
    handed: { kind: 'later', because: expect.stringContaining('TABIJI_SMTP_URL') },
  });
  expect(shop.mails).toEqual(['boss@example.com']);
});
