import { createHash, createPublicKey, verify } from 'node:crypto';
import { dkimRecord, makeDkimKey, readDkimKey } from '@tabiji/server/dkim-key.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';
import { startMailServer } from './smtp-server.ts';

const relaxed = (line: string) => {
  const [, name = '', value = ''] = /^([^:]+):([\s\S]*)$/.exec(line) ?? [];
  return `${name.toLowerCase().trim()}:${value
    .replaceAll(/\r\n/g, '')
    .replaceAll(/[ \t]+/g, ' ')
    .trim()}`;
};

/** RFC 6376 for relaxed/relaxed, as a receiver does it: by the mail and the record in the DNS alone. */
function isSigned(raw: Buffer, record: string): { good: boolean; tags: Map<string, string> } {
  const source = raw.toString('latin1');
  const end = source.indexOf('\r\n\r\n');
  const lines = source.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = lines.find((line) => /^dkim-signature:/i.test(line)) ?? '';
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag): [string, string] => {
        const at = tag.indexOf('=');
        return [tag.slice(0, at).trim(), tag.slice(at + 1).replaceAll(/\s/g, '')];
      }),
  );
  const body = source
    .slice(end + 4)
    .split('\r\n')
    .map((line) => line.replaceAll(/[ \t]+/g, ' ').trimEnd())
    .join('\r\n')
    .replace(/(\r\n)*$/, '\r\n');
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64');
  const headers = (tags.get('h') ?? '')
    .split(':')
    .map((name) => lines.findLast((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`)) ?? '')
    .map((line) => `${relaxed(line)}\r\n`)
    .join('');
  const own = relaxed(signature).replace(/b=[^;=]*={0,2}$/, 'b=');
  const key = createPublicKey({
    key: Buffer.from(/p=(.+)$/.exec(record)?.[1] ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  });
  const good = verify('sha256', Buffer.from(headers + own, 'latin1'), key, Buffer.from(tags.get('b') ?? '', 'base64'));
  return { good: good && bodyHash === tags.get('bh'), tags };
}

test('mails of the domain are signed, the one-click headers with them, and no change passes', async () => {
  const key = readDkimKey(makeDkimKey('tabiji.example', 'tabiji1'))!;
  const { name, value } = dkimRecord(key);
  expect(name).toBe('tabiji1._domainkey.tabiji.example');
  await using server = await startMailServer();
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: server.url, dkim: key });
  await prepareMailing(services.db, { provider: 'smtp', customers: 2 });
  await sendDue(services, WORKSPACE, { limit: 10 });
  await expect.poll(() => server.taken.length).toBe(2);
  for (const { raw } of server.taken) {
    const { good, tags } = isSigned(raw, value);
    expect(good).toBe(true);
    expect(Object.fromEntries(tags)).toMatchObject({ d: 'tabiji.example', s: 'tabiji1', a: 'rsa-sha256' });
    expect(tags.get('h')?.split(':')).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'date', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
  }
  const text = server.taken[0]!.raw.toString('latin1');
  for (const changed of [text.replace('/u/', '/v/'), text.replace(/^To: c/m, 'To: d'), `${text}x`])
    expect(isSigned(Buffer.from(changed, 'latin1'), value).good).toBe(false);
});

test('mails of another domain stay unsigned', async () => {
  const key = readDkimKey(makeDkimKey('other.example', 'tabiji1'))!;
  await using server = await startMailServer();
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: server.url, dkim: key });
  await prepareMailing(services.db, { provider: 'smtp', customers: 1 });
  await sendDue(services, WORKSPACE, { limit: 10 });
  await expect.poll(() => server.taken.length).toBe(1);
  expect(server.taken[0]!.raw.toString('latin1')).not.toMatch(/^DKIM-Signature:/im);
});

test.each(['', 'shop.example.com', 'shop.example.com:a:b', `UPPER.example:a:${'A'.repeat(40)}`, 'shop.example.com:a:'])(
  'a key that is written as “%s” is none',
  (text) => {
    expect(readDkimKey(text)).toBeUndefined();
  },
);
