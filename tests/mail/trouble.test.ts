import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { archive, byResend, bySmtp, dueAgain, outbox } from './mailings.ts';
import { startPlainMailServer } from './plain-smtp.ts';
import { servicesOn, WORKSPACE } from './services.ts';

test.each(['drop', 'error-500'] as const)('%s after Resend accepted: the same key again, one mail', async (manner) => {
  await using mailing = await byResend(1);
  mailing.resend.manners.push(manner);
  expect(await mailing.send()).toEqual({ handed: 0, more: false });
  expect(await outbox(mailing.db)).toMatchObject([{ attempts: 1, uncertain: true }]);
  await rowsOf(mailing.db, sql`update customer set last_name = '改姓', email = 'new@example.com'`); // pinned at the first attempt
  await dueAgain(mailing.db);
  expect(await mailing.send()).toEqual({ handed: 1, more: false });
  expect(await archive(mailing.db)).toEqual([{ customer: 1, state: 'sent', because: null }]);
  expect(mailing.resend).toMatchObject({ repeated: 1, requests: 2 });
});

test('an outcome that stays unknown for 23 hours is parked, and the customer goes on', async () => {
  await using mailing = await byResend(1);
  mailing.resend.manners.push('drop');
  await mailing.send();
  await dueAgain(mailing.db);
  await rowsOf(mailing.db, sql`update outbox set first_attempt_at = now() - interval '23 hours'`);
  expect(await mailing.send()).toEqual({ handed: 1, more: false });
  expect(await archive(mailing.db)).toEqual([{ customer: 1, state: 'unknown', because: 'outcome_unknown' }]);
  expect(mailing.resend.requests).toBe(1);
  expect(await rowsOf(mailing.db, sql`select port from enrollment where due_at is not null`)).toEqual([
    { port: 'next' },
  ]);
});

test('429 holds the whole batch for as long as Resend says, and counts as no attempt for those that were not tried', async () => {
  await using mailing = await byResend(20);
  mailing.resend.manners.push(...Array.from({ length: 20 }, () => 'busy' as const));
  expect(await mailing.send(20)).toEqual({ handed: 0, more: true });
  expect(mailing.resend.requests).toBeLessThanOrEqual(8);
  const left = await outbox(mailing.db);
  expect(left.every(({ uncertain, waits }) => !uncertain && waits >= 0 && waits <= 3)).toBe(true);
  expect(left.filter(({ attempts }) => attempts === 0).length).toBeGreaterThanOrEqual(12);
  mailing.resend.manners.length = 0;
  await dueAgain(mailing.db);
  expect(await mailing.send(20)).toEqual({ handed: 20, more: true });
  expect(mailing.resend.accepted.size).toBe(20);
});

test('what concerns the account waits, what concerns the mail fails', async () => {
  await using mailing = await byResend(1);
  mailing.resend.manners.push('unauthorized', 'invalid');
  await mailing.send();
  expect(await outbox(mailing.db)).toMatchObject([
    { uncertain: false, error: expect.stringContaining('invalid_api_key') },
  ]);
  await dueAgain(mailing.db);
  expect(await mailing.send()).toEqual({ handed: 1, more: false });
  expect(await archive(mailing.db)).toMatchObject([
    { state: 'failed', because: expect.stringContaining('validation_error') },
  ]);
});

test('a service that cannot be reached has certainly accepted nothing', async () => {
  await using mailing = await byResend(1, 'http://127.0.0.1:9');
  await mailing.send();
  expect(await outbox(mailing.db)).toMatchObject([
    { uncertain: false, error: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test('SMTP: refused for good, and refused for now', async () => {
  await using mailing = await bySmtp(['nobody@example.com', 'busy@example.com', 'fine@example.com']);
  await mailing.send();
  expect(await outbox(mailing.db)).toMatchObject([
    { customer: 2, uncertain: false, error: expect.stringContaining('451') },
  ]);
  expect(await archive(mailing.db)).toMatchObject([
    { customer: 1, state: 'sent', because: null },
    { customer: 3, state: 'sent', because: null },
  ]);
  expect(await rowsOf(mailing.db, sql`select customer_id, kind, class, code from feedback order by 1`)).toEqual([
    { customer_id: 1, kind: 'bounced', class: 'hard', code: expect.stringMatching(/^5/) },
    { customer_id: 2, kind: 'delayed', class: null, code: null },
  ]);
});

test('SMTP: an answer that no database keeps ends the mail it is about, and no other', async () => {
  await using odd = await startPlainMailServer((command) =>
    /<odd@/i.test(command) ? '550 5.1.1 no \0 such user' : undefined,
  );
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: odd.url });
  await prepareMailing(services.db, { provider: 'smtp', customers: 3 });
  await rowsOf(services.db, sql`update customer set email = 'odd@example.com' where id = 2`);
  await sendDue(services, WORKSPACE, { limit: 10 });
  expect(await outbox(services.db)).toEqual([]);
  expect(await archive(services.db)).toMatchObject([{ state: 'sent' }, { customer: 2 }, { state: 'sent' }]);
  expect(await rowsOf(services.db, sql`select customer_id, kind, class from feedback`)).toEqual([
    { customer_id: 2, kind: 'bounced', class: 'hard' },
  ]);
});

test('SMTP: never twice when nobody knows whether it was taken', async () => {
  await using mailing = await bySmtp(['drops@example.com']);
  await mailing.send();
  expect(mailing.smtp.taken).toHaveLength(1);
  expect(await archive(mailing.db)).toMatchObject([{ state: 'unknown' }]);
  expect(await outbox(mailing.db)).toEqual([]);
});

test('SMTP: a sender that died after it began leaves the mail unknown, before that it is sent', async () => {
  await using mailing = await bySmtp(['begun@example.com', 'claimed@example.com']);
  await rowsOf(mailing.db, sql`update outbox set status = 'sending', fence = 1, attempts = 1`);
  await rowsOf(mailing.db, sql`update outbox set first_attempt_at = now() where customer_id = 1`);
  await mailing.send();
  expect(await archive(mailing.db)).toMatchObject([{ state: 'unknown' }, { state: 'sent' }]);
  expect(mailing.smtp.taken.map(({ to }) => to.join())).toEqual(['claimed@example.com']);
});

test('SMTP: a server that is down has certainly taken nothing', async () => {
  await using mailing = await bySmtp(['fine@example.com']);
  await mailing.smtp[Symbol.asyncDispose]();
  await mailing.send();
  expect(await outbox(mailing.db)).toMatchObject([
    { uncertain: false, error: expect.stringContaining('ECONNREFUSED') },
  ]);
});

test('SMTP: a login is used; a wrong one, or a sender that is not ours, concerns every mail and none is lost', async () => {
  const addresses = Array.from({ length: 12 }, (_, index) => `c${index}@example.com`);
  await using good = await bySmtp(addresses, 'shop:p%40ss%20word@');
  expect(await good.send()).toEqual({ handed: 10, more: true });
  expect(good.smtp.taken).toHaveLength(10);

  await using wrong = await bySmtp(addresses, 'shop:guess@');
  expect(await wrong.send()).toEqual({ handed: 0, more: true });
  expect((await outbox(wrong.db)).map(({ error }) => error?.slice(0, 8) ?? null).slice(0, 10)).toEqual(
    Array.from({ length: 10 }, () => 'smtp 535'),
  );

  await using foreign = await bySmtp(addresses);
  await rowsOf(foreign.db, sql`update sender set address = 'hello@not-ours.example'`);
  expect(await foreign.send()).toEqual({ handed: 0, more: true });
  expect(await outbox(foreign.db)).toHaveLength(12);
});

test('without its setting a provider keeps the mails waiting', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'smtp', customers: 3 });
  expect(await sendDue(services, WORKSPACE, { limit: 10 })).toEqual({ handed: 0, more: false });
  expect(await outbox(services.db)).toHaveLength(3);
});
