import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { smtp } from '@tabiji/server/messages/providers/smtp.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { attempt, mailTo } from '../conformance/providers/mails.ts';
import { createTestDatabase } from '../support/database.ts';
import { checkMessage } from './checklist.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { HOSTILE } from './hostile.ts';
import { configWith, servicesOn, WORKSPACE } from './services.ts';
import { startPlainMailServer } from './plain-smtp.ts';
import { startMailServer } from './smtp-server.ts';

const FROM = { name: '旅路商店 "本店"', address: 'hello@tabiji.example' };

/** A header is one line: whatever breaks lines becomes a space. */
// oxlint-disable-next-line no-control-regex
const inOneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

test('200 hostile names in subjects: each mail goes to one person and says exactly that', async () => {
  expect(HOSTILE).toHaveLength(200);
  await using server = await startMailServer();
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: server.url });
  await prepareMailing(services.db, {
    provider: 'smtp',
    customers: HOSTILE.length,
    sender: FROM,
    subject: '{{ customer.attributes.note }}',
  });
  await rowsOf(
    services.db,
    sql`update customer c set attributes = jsonb_build_object('note', h.note), last_name = left(h.note, 200)
          from unnest(${[...HOSTILE]}::text[]) with ordinality as h(note, n) where c.id = h.n`,
  );
  while ((await sendDue(services, WORKSPACE, { limit: 100 })).more);
  await expect.poll(() => server.taken.length).toBe(HOSTILE.length);
  for (const [index, note] of HOSTILE.entries()) {
    const to = `c${index + 1}@example.com`;
    const mine = server.taken.filter((mail) => mail.to.includes(to));
    expect(mine.map((mail) => mail.to)).toEqual([[to]]);
    const wrong = await checkMessage(mine[0]!.raw, { to, from: FROM, subject: inOneLine(note), promotional: true });
    expect({ note: note.slice(0, 300), wrong }).toEqual({ note: note.slice(0, 300), wrong: [] });
  }
});

test('senders may be called anything', async () => {
  await using server = await startMailServer();
  const connection = smtp.open(configWith({ smtpUrl: server.url }));
  if ('missing' in connection) throw new Error(connection.missing);
  const names = HOSTILE.map(inOneLine).map((name) => name.slice(0, 200).toWellFormed().trim());
  for (const [index, name] of names.entries()) {
    const mail = { ...mailTo(`c${index}@example.com`, `key-${index}`), from: { ...FROM, name }, subject: name };
    expect(await connection.hand(mail, attempt())).toMatchObject({ kind: 'accepted' });
  }
  connection.close();
  await expect.poll(() => server.taken.length).toBe(names.length);
  for (const [index, name] of names.entries()) {
    const { raw, to } = server.taken[index]!;
    expect(to).toEqual([`c${index}@example.com`]);
    const expected = { to: `c${index}@example.com`, from: { ...FROM, name }, subject: name };
    expect({ name, wrong: await checkMessage(raw, expected) }).toEqual({ name, wrong: [] });
  }
});

test('old addresses of carriers leave in quotes, others with misplaced dots are refused by themselves', async () => {
  await using server = await startPlainMailServer();
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: server.url });
  await prepareMailing(services.db, { provider: 'smtp', customers: 5 });
  const addresses = [
    'a..b@docomo.ne.jp',
    'a.@ezweb.ne.jp',
    '.a@t.vodafone.ne.jp',
    'a..b@example.com',
    'a.b@example.com',
  ];
  await rowsOf(
    services.db,
    sql`update customer c set email = a.email from unnest(${addresses}::text[]) with ordinality as a(email, n)
         where c.id = a.n`,
  );
  expect(await sendDue(services, WORKSPACE, { limit: 10 })).toEqual({ handed: 5, more: false });
  expect(server.commands.filter((line) => line.startsWith('RCPT')).toSorted()).toEqual([
    'RCPT TO:<".a"@t.vodafone.ne.jp>',
    'RCPT TO:<"a."@ezweb.ne.jp>',
    'RCPT TO:<"a..b"@docomo.ne.jp>',
    'RCPT TO:<a.b@example.com>',
  ]);
  const refused = await rowsOf(services.db, sql`select customer_id as id, because from message where state <> 'sent'`);
  expect(refused).toEqual([{ id: 4, because: 'bad_address' }]);
});
