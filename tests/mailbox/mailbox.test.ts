import { randomBytes } from 'node:crypto';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { returnPath, returnToken } from '@tabiji/server/feedback/return-path.ts';
import { accessFrom, keepMailbox } from '@tabiji/server/mailbox/access.ts';
import { checkMailbox } from '@tabiji/server/mailbox/check-mailbox.ts';
import { findMailbox, shownMailbox } from '@tabiji/server/mailbox/mailbox.sql.ts';
import { readMailbox } from '@tabiji/server/mailbox/read-mailbox.ts';
import { mailLinks } from '@tabiji/server/preferences/mail-links.ts';
import type { SetMailbox } from '@tabiji/shared/api/mailbox.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { CORPUS, type About } from '../inbound/corpus.ts';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';
import { PASSWORD, startImapServer } from './imap-server.ts';

/** A shop whose mails have gone, and the mailbox to which reports come. */
async function shop({ allow = true } = {}) {
  await using stack = new AsyncDisposableStack();
  const imap = stack.use(await startImapServer());
  const database = stack.use(await createTestDatabase());
  const services = stack.use(
    servicesOn(database.url, {
      sealKey: randomBytes(32),
      webhookAllow: allow ? [`127.0.0.1:${imap.port}`] : [],
    }),
  );
  const { db } = services;
  await prepareMailing(db, { provider: 'smtp', customers: 5 });
  await rowsOf(db, sql`update outbox set first_attempt_at = now()`);
  const here = await inWorkspace(db, WORKSPACE, (_, all) => Promise.resolve(all));
  const typed: SetMailbox = {
    host: '127.0.0.1',
    port: imap.port,
    tls: 'none',
    username: 'bounce',
    password: PASSWORD,
    folder: 'INBOX',
  };
  const about = (customerId: number): About => {
    const token = returnToken(here, { customerId, messageId: 2_000_000 + customerId });
    return { token, returnPath: returnPath('bounce@mail.tabiji.example', token), to: `c${customerId}@example.com` };
  };
  const rest = stack.move();
  return {
    imap,
    services,
    db,
    typed,
    about,
    here,
    read: () => readMailbox(services, WORKSPACE),
    shown: async () => shownMailbox((await inWorkspace(db, WORKSPACE, findMailbox))!),
    told: () => rowsOf(db, sql`select customer_id as customer, kind, class from feedback order by id`),
    [Symbol.asyncDispose]: () => rest.disposeAsync(),
  };
}

const sample = (name: string) => CORPUS.find((one) => one.name.startsWith(name))!;
const LETTER = 'From: c1@example.com\r\nTo: bounce@mail.tabiji.example\r\nSubject: ありがとう\r\n\r\nまた買います\r\n';

test('reports, complaints and refusals in a mailbox have their effect, once; what is for people stays unread', async () => {
  await using at = await shop();
  await keepMailbox(at.services, WORKSPACE, at.typed);
  await at.imap.deliver(sample('5.1.1').raw(at.about(1)));
  await at.imap.deliver(LETTER);
  await at.imap.deliver(sample('a complaint').raw(at.about(2)));
  const stop = mailLinks(
    { url: '', inboundAddress: 'bounce@mail.tabiji.example' },
    { workspaceId: at.here.id, of: 3, topic: topicRule(at.here.topics, null) },
    at.here.linkKeys,
  );
  const subject = /subject=([^>]+)>/.exec(stop.listUnsubscribe ?? '')?.[1];
  await at.imap.deliver(`From: c3@example.com\r\nTo: bounce@mail.tabiji.example\r\nSubject: ${subject}\r\n\r\n\r\n`);

  expect(await at.read()).toBe(4);
  expect(await at.told()).toEqual([
    { customer: 1, kind: 'bounced', class: 'hard' },
    { customer: 2, kind: 'complained', class: null },
  ]);
  expect(await rowsOf(at.db, sql`select customer_id, subscribed from subscription`)).toEqual([
    { customer_id: 3, subscribed: false },
  ]);
  const flags = await at.imap.flags();
  expect(flags).toHaveLength(4); // nothing is deleted
  expect(flags.map((each) => each.includes(String.raw`\Seen`))).toEqual([true, false, true, true]);
  expect(await at.shown()).toMatchObject({ taken: 3, passed: 1, broken: 0, trouble: null });

  expect(await at.read()).toBe(0);
  await at.imap.deliver(sample('5.2.2').raw(at.about(4)));
  expect(await at.read()).toBe(1);
  expect(await at.told()).toHaveLength(3);
});

test('whoever dies between a mail and its mark, and a folder that is numbered anew: read again, told once', async () => {
  await using at = await shop();
  await keepMailbox(at.services, WORKSPACE, at.typed);
  for (const customer of [1, 2]) await at.imap.deliver(sample('5.1.1').raw(at.about(customer)));
  await at.read();
  const before = await at.told();
  await rowsOf(at.db, sql`update mailbox set last_uid = 0`); // as if nothing had been noted
  expect(await at.read()).toBe(2);
  await at.imap.renumber();
  expect(await at.read()).toBe(2);
  expect(await at.told()).toEqual(before);
  expect(await rowsOf(at.db, sql`select count(*)::int as n from suppression`)).toEqual([{ n: 2 }]);
});

test('odd reports are read, and keep no others from being read', async () => {
  await using at = await shop();
  await keepMailbox(at.services, WORKSPACE, at.typed);
  const report = sample('5.1.1').raw(at.about(1));
  const status = /(?<=delivery-status\r\n\r\n)[\s\S]*?(?=\r\n--=_b1)/.exec(report)![0];
  const hidden = Buffer.from(status.replace('User unknown', 'User \0 unknown')).toString('base64');
  await at.imap.deliver(
    report.replace(
      `delivery-status\r\n\r\n${status}`,
      `delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${hidden}`,
    ),
  );
  await at.imap.deliver('\r\n');
  await at.imap.deliver(`X-Long: ${'x'.repeat(1_000_000)}\r\n${sample('5.1.1').raw(at.about(3))}`);
  await at.imap.deliver(sample('5.1.1').raw(at.about(2)));
  expect(await at.read()).toBe(4);
  expect(await at.told()).toEqual([1, 3, 2].map((customer) => ({ customer, kind: 'bounced', class: 'hard' })));
  expect(await at.shown()).toMatchObject({ taken: 3, passed: 1, broken: 0, trouble: null });
  expect(await at.read()).toBe(0);
});

test('a mail that its server does not give out is passed over, and the next ones are read', async () => {
  await using at = await shop();
  await keepMailbox(at.services, WORKSPACE, at.typed);
  for (const customer of [1, 2, 3]) await at.imap.deliver(sample('5.1.1').raw(at.about(customer)));
  await at.imap.refuse(2);
  expect(await at.read()).toBe(3);
  expect(await at.told()).toEqual([1, 3].map((customer) => ({ customer, kind: 'bounced', class: 'hard' })));
  expect(await at.shown()).toMatchObject({ taken: 2, passed: 0, broken: 1, trouble: null });
  expect(await at.read()).toBe(0);
});

test('what keeps a mailbox from being read is said, and forgotten when it can be read again', async () => {
  await using at = await shop();
  await keepMailbox(at.services, WORKSPACE, at.typed);
  const check = async (change: Partial<SetMailbox>) =>
    checkMailbox(await accessFrom(at.services, WORKSPACE, { ...at.typed, ...change }), at.services.config);
  expect(await check({})).toEqual({ ok: true, mails: 0 });
  expect(await check({ password: 'wrong' })).toMatchObject({ ok: false, trouble: 'login' });
  expect(await check({ folder: 'Nowhere' })).toMatchObject({ ok: false, trouble: 'folder' });
  expect(await check({ port: 9 })).toMatchObject({ ok: false, trouble: 'blocked' });
  expect(await check({ tls: 'tls' })).toMatchObject({ ok: false, trouble: 'tls' });

  await keepMailbox(at.services, WORKSPACE, { ...at.typed, folder: 'Nowhere' });
  expect(await at.read()).toBeUndefined();
  expect(await at.shown()).toMatchObject({ trouble: { code: 'folder' } });
  await keepMailbox(at.services, WORKSPACE, { ...at.typed, password: undefined });
  expect(await at.read()).toBe(0);
  expect(await at.shown()).toMatchObject({ trouble: null });
});

test('nothing inside is connected to unless the operator allows it, and no password goes to another server', async () => {
  await using at = await shop({ allow: false });
  const access = await accessFrom(at.services, WORKSPACE, { ...at.typed, tls: 'tls' });
  expect(await checkMailbox(access, at.services.config)).toMatchObject({ ok: false, trouble: 'blocked' });
  await keepMailbox(at.services, WORKSPACE, at.typed);
  const elsewhere = { ...at.typed, host: 'imap.attacker.example', password: undefined };
  await expect(accessFrom(at.services, WORKSPACE, elsewhere)).rejects.toMatchObject({ code: 'invalid' });
  const [row] = await rowsOf(at.db, sql<{ secret: string }>`select secret from mailbox`);
  expect(row!.secret).not.toContain(PASSWORD);
});
