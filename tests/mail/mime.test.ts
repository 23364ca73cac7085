import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { startMailServer } from './smtp-server.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const SENDER = { name: '旅路商店 "本店"', address: 'hello@tabiji.example' };
const SUBJECT = '{{ customer.name }}さん、🌸 {{ customer.attributes.note }}';
const HOSTILE = {
  note: `<img src=x onerror="alert(1)">\r\nBcc: everybody@example.com\r\n\r\n𠮷野家 & 漢字${'長'.repeat(2000)}`,
};

async function mailing(url: string, provider: 'smtp' | 'resend', settings: object) {
  const services = servicesOn(url, settings);
  await prepareMailing(services.db, { provider, customers: 2, sender: SENDER, subject: SUBJECT });
  await rowsOf(services.db, sql`update workspace set tracking = '{"clicks": false, "opens": false}'`); // its keys differ
  await rowsOf(services.db, sql`update customer set attributes = ${JSON.stringify(HOSTILE)}::jsonb where id = 1`);
  return services;
}

test('the same mail leaves by SMTP and through Resend', async () => {
  await using smtp = await startMailServer();
  await using resend = await startResendStandIn();
  await using one = await createTestDatabase();
  await using two = await createTestDatabase();
  await using bySmtp = await mailing(one.url, 'smtp', { smtpUrl: smtp.url });
  await using byResend = await mailing(two.url, 'resend', { resendApiKey: 're_test', resendBaseUrl: resend.url });

  expect(await sendDue(bySmtp, WORKSPACE, { limit: 10 })).toEqual({ handed: 2, more: false });
  expect(await sendDue(byResend, WORKSPACE, { limit: 10 })).toEqual({ handed: 2, more: false });

  const taken = smtp.taken.find(({ to }) => to[0] === 'c1@example.com');
  const posted = resend.accepted.get('key-1')!;
  const mail = await PostalMime.parse(taken!.raw);
  expect(taken).toMatchObject({ from: SENDER.address, to: ['c1@example.com'] });
  expect(mail.subject?.normalize()).toBe(posted.subject.normalize());
  expect(mail.html?.trim()).toBe(posted.html.trim());
  expect(mail.text?.trim()).toBe(posted.text.trim());
  expect(mail.messageId).toBe('<key-1@tabiji.example>');
  expect(posted.headers['Message-ID']).toBe(mail.messageId);
  expect(posted).toMatchObject({ from: `"旅路商店 \\"本店\\"" <${SENDER.address}>`, to: ['c1@example.com'] });

  const messages = await rowsOf(bySmtp.db, sql`select state, because, provider from message`);
  expect(messages).toEqual([1, 2].map(() => ({ state: 'sent', because: null, provider: 'smtp' })));
});

test('what leaves is a well-formed message, whatever a customer is called', async () => {
  await using smtp = await startMailServer();
  await using database = await createTestDatabase();
  await using services = await mailing(database.url, 'smtp', { smtpUrl: smtp.url });
  await sendDue(services, WORKSPACE, { limit: 10 });

  const { raw } = smtp.taken.find(({ to }) => to[0] === 'c1@example.com')!;
  const source = raw.toString('latin1');
  const head = source.slice(0, source.indexOf('\r\n\r\n'));
  expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/); // CRLF only
  expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  expect(head).toMatch(/^[\x20-\x7e\t\r\n]*$/); // ASCII; the rest is encoded
  const names = [...head.matchAll(/^([\w-]+):/gm)].map(([, name]) => name?.toLowerCase());
  expect(names.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
    'content-type',
    'date',
    'feedback-id',
    'from',
    'list-unsubscribe',
    'list-unsubscribe-post',
    'message-id',
    'mime-version',
    'subject',
    'to',
  ]);
  expect(head).not.toMatch(/^(Bcc|Precedence|Auto-Submitted):/im);
  expect(head).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(source.indexOf('text/plain')).toBeLessThan(source.indexOf('text/html'));

  const mail = await PostalMime.parse(raw);
  expect(mail.to).toEqual([{ address: 'c1@example.com', name: '' }]);
  expect(mail.from).toEqual({ address: SENDER.address, name: SENDER.name });
  expect(mail.subject).toContain('🌸 <img src=x onerror="alert(1)"> Bcc: everybody@example.com 𠮷野家');
  expect(mail.html).toContain('&lt;img src=x onerror=&#34;alert(1)&#34;&gt;');
  expect(mail.html).not.toContain('<img src=x');
  expect(mail.text).toContain('<img src=x');
  expect(mail.text).toContain('https://shop.example.com/guide');
});
