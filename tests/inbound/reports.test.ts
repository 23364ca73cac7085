import type { Db } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { returnPath, returnToken } from '@tabiji/server/feedback/return-path.ts';
import { receiveMail } from '@tabiji/server/inbound/receive.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';
import { CORPUS, type About } from './corpus.ts';

/** Mails that have gone, one for each sample or so many. */
async function gone(customers: number) {
  const database = await createTestDatabase();
  const services = servicesOn(database.url);
  const { db } = services;
  await prepareMailing(db, { provider: 'smtp', customers });
  await rowsOf(db, sql`update outbox set first_attempt_at = now()`);
  const here = await inWorkspace(db, WORKSPACE, (_, all) => Promise.resolve(all));
  const about = (customerId: number, messageId = 2_000_000 + customerId): About => {
    const token = returnToken(here, { customerId, messageId });
    return { token, returnPath: returnPath('bounce@mail.tabiji.example', token), to: `c${customerId}@example.com` };
  };
  const feedback = () =>
    rowsOf(
      db,
      sql<{ customer: number; kind: string; class: string | null }>`
        select customer_id as customer, kind, class from feedback order by customer_id, kind`,
    );
  const suppressed = () =>
    rowsOf(db, sql<{ reason: string; hint: string }>`select reason, hint from suppression order by hint, reason`);
  return {
    db,
    about,
    feedback,
    suppressed,
    take: (raw: string) => receiveMail(services, raw),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

test(`${CORPUS.length} reports say what they mean, in any order and however often they come`, async () => {
  await using mails = await gone(CORPUS.length);
  const letters = CORPUS.map(({ raw }, index) => raw(mails.about(index + 1)));
  const expected = CORPUS.flatMap(({ kind, class: of }, index) =>
    kind === null ? [] : [{ customer: index + 1, kind, class: of ?? null }],
  );
  for (const letter of letters) await mails.take(letter);
  expect(await mails.feedback()).toEqual(expected);
  for (const letter of letters.toReversed()) await mails.take(letter);
  expect(await mails.feedback()).toEqual(expected);
  const dead = CORPUS.filter((sample) => sample.class === 'hard').length;
  const complaints = CORPUS.filter(({ kind }) => kind === 'complained').length;
  const reasons = (await mails.suppressed()).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === 'hard_bounce')).toHaveLength(dead);
  expect(reasons.filter((reason) => reason === 'complaint')).toHaveLength(complaints);
  expect(reasons).toHaveLength(dead + complaints);
});

test('a report that nobody could have been sent is not believed', async () => {
  await using mails = await gone(2);
  const about = mails.about(1);
  const other = mails.about(2).token.split('-').slice(0, 4).join('-');
  const forged = `${other}-${about.token.split('-')[4]}`;
  for (const token of [
    forged,
    about.token.replace(/.$/, 'g'),
    about.token.slice(0, -1),
    'a-b-c-1-00000000000000000000',
  ]) {
    const raw = CORPUS[0]!.raw({ ...about, token, returnPath: returnPath('bounce@mail.tabiji.example', token) });
    expect(await mails.take(raw)).toBeUndefined();
  }
  expect(await mails.feedback()).toEqual([]);
});

const SAMPLE = CORPUS.find(({ name }) => name.startsWith('5.1.1'))!;
const COMPLAINT = CORPUS.find(({ name }) => name === 'a complaint')!;
/** As a part that is encoded hides what stands in it from whoever looks at the raw mail. */
const encoded = (raw: string, change: (status: string) => string | Buffer): string => {
  const status = /(?<=delivery-status\r\n\r\n)[\s\S]*?(?=\r\n--=_b1)/.exec(raw)![0];
  const hidden = Buffer.from(change(status) as string)
    .toString('base64')
    .replaceAll(/.{76}/g, '$&\r\n');
  return raw.replace(
    `delivery-status\r\n\r\n${status}`,
    `delivery-status\r\nContent-Transfer-Encoding: base64\r\n\r\n${hidden}`,
  );
};
const nested = (raw: string, deep: number): string => {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const type = /Content-Type: multipart[\s\S]*$/.exec(head)![0];
  let inner = `${type}\r\n\r\n${rest.join('\r\n\r\n')}`;
  for (let level = 0; level < deep; level++)
    inner = `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n${inner}\r\n--b${level}--`;
  return `${head.replace(type, '')}${inner}\r\n`;
};
const MEGABYTE = 'x'.repeat(1_000_000);
const folded = `X-Long: ${'word '.repeat(200_000).replaceAll(/(.{900}) /g, '$1\r\n ')}\r\n`;

test.each([
  ['NUL in the diagnosis', (raw: string) => encoded(raw, (s) => s.replace('User unknown', 'User \0 unknown'))],
  ['NUL in the address', (raw: string) => encoded(raw, (s) => s.replace('c1@', 'c\u00001@'))],
  ['NUL everywhere', (raw: string) => raw.replace('User unknown', '\0').replace('Undelivered', '\0')],
  [
    'bytes that are no UTF-8',
    (raw: string) => encoded(raw, (s) => Buffer.from(s.replace('User', '\xff\xc3('), 'latin1')),
  ],
  ['half of a surrogate pair', (raw: string) => raw.replace('User unknown', 'User \ud83d unknown')],
  ['a header of a megabyte', (raw: string) => `X-Long: ${MEGABYTE}\r\n${raw}`],
  ['a folded header of a megabyte', (raw: string) => `${folded}${raw}`],
  ['a subject of a megabyte', (raw: string) => raw.replace(/^Subject: /m, `Subject: ${MEGABYTE}`)],
  ['half a million headers', (raw: string) => `${'X: 1\r\n'.repeat(500_000)}${raw}`],
  ['a diagnosis of a megabyte', (raw: string) => raw.replace('User unknown', `User unknown ${MEGABYTE}`)],
  ['two million lines', (raw: string) => `${raw}${'\r\n'.repeat(2_000_000)}`],
  ['parts 100 deep', (raw: string) => nested(raw, 100)],
  ['parts 1,000 deep', (raw: string) => nested(raw, 1000)],
  [
    'a date before there were mails',
    (raw: string) => raw.replace(/^Date: .*$/m, 'Date: Mon, 2 Mar 0001 10:00:00 +0900'),
  ],
  ['a date after all of them', (raw: string) => raw.replace(/^Date: .*$/m, 'Date: Mon, 2 Mar 200000 10:00:00 +0900')],
  [
    'a hundred thousand tokens of nobody',
    (raw: string) => `${raw}${'1-1-1-1-00000000000000000000\r\n'.repeat(100_000)}`,
  ],
])('a report with %s is not lost', async (_, odd) => {
  await using mails = await gone(1);
  const begun = performance.now();
  expect(await mails.take(odd(SAMPLE.raw(mails.about(1))))).toContain('bounced');
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(await mails.feedback()).toEqual([{ customer: 1, kind: 'bounced', class: 'hard' }]);
  expect(await mails.suppressed()).toEqual([{ reason: 'hard_bounce', hint: 'c…@example.com' }]);
});

test('a complaint with NUL in its fields is heard', async () => {
  await using mails = await gone(1);
  const raw = COMPLAINT.raw(mails.about(1)).replace('SomeProvider', 'Some\0Provider').replace('This is', '\0This is');
  expect(await mails.take(raw)).toContain('complained');
  expect(await mails.suppressed()).toMatchObject([{ reason: 'complaint' }]);
});

test('a mail whose subject only looks like a link, a megabyte long, takes no time', async () => {
  await using mails = await gone(1);
  const begun = performance.now();
  expect(await mails.take(`From: c1@example.com\r\nSubject: ${MEGABYTE}\r\n\r\n`)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('of a report about a thousand recipients the reader of our mail counts, nobody else', async () => {
  await using mails = await gone(1);
  const about = mails.about(1);
  const others = Array.from(
    { length: 1000 },
    (_, n) => `\r\n\r\nFinal-Recipient: rfc822; other${n}@list.example\r\nAction: failed\r\nStatus: 5.1.1`,
  );
  const own = SAMPLE.raw(about);
  const raw = own.replace(
    /(?<=\r\n)Status: 5\.1\.1[\s\S]*?(?=\r\n--=_b1)/,
    (status) => `${status.trimEnd()}${others.join('')}\r\n`,
  );
  expect(raw.match(/Final-Recipient/g)).toHaveLength(1001);
  await mails.take(raw);
  expect(await mails.feedback()).toEqual([{ customer: 1, kind: 'bounced', class: 'hard' }]);
  expect(await mails.suppressed()).toEqual([{ reason: 'hard_bounce', hint: 'c…@example.com' }]);
});

test('whoever got a mail cannot stop the mails of somebody else with a report', async () => {
  await using mails = await gone(2);
  await mails.take(SAMPLE.raw({ ...mails.about(1), to: 'c2@example.com' }));
  expect(await mails.feedback()).toEqual([{ customer: 1, kind: 'bounced', class: 'hard' }]);
  expect(await mails.suppressed()).toEqual([]);
  await mails.take(SAMPLE.raw(mails.about(2)));
  expect(await mails.suppressed()).toEqual([{ reason: 'hard_bounce', hint: 'c…@example.com' }]);
});

/** More mails to the first customer. */
const moreMails = (db: Db, apart = 1) =>
  rowsOf(
    db,
    sql`insert into outbox select (jsonb_populate_record(o, jsonb_build_object('id', o.id + n * ${apart}::int, 'key', 'other-' || n,
               'enrollment_id', 1, 'visit', n, 'node', 'n' || n))).*
          from outbox o, generate_series(1, 6) n where o.customer_id = 1`,
  );
const dated = (raw: string, daysAgo: number) =>
  raw.replace(/^Date: .*$/m, `Date: ${new Date(Date.now() - daysAgo * 86_400_000).toUTCString()}`);

test('a domain that is not found is given up after three mails over three days, not for a day of trouble', async () => {
  await using mails = await gone(1);
  const LOST = CORPUS.find(({ name }) => name.startsWith('5.1.2'))!;
  await moreMails(mails.db);
  const bounce = (n: number, daysAgo: number) => mails.take(dated(LOST.raw(mails.about(1, 2_000_001 + n)), daysAgo));
  for (const n of [0, 1, 2, 3, 4, 5]) await bounce(n, 2);
  expect((await mails.feedback()).map(({ class: of }) => of)).toEqual(Array.from({ length: 6 }, () => 'soft'));
  expect(await mails.suppressed()).toEqual([]);
  await bounce(5, 5.5); // told again of the same mail
  expect(await mails.suppressed()).toEqual([]);
  await bounce(6, 5.5); // whichever of them is told first
  expect(await mails.suppressed()).toMatchObject([{ reason: 'hard_bounce' }]);
});

test('five full mailboxes within fourteen days end it, four or older ones do not', async () => {
  await using mails = await gone(1);
  const FULL = CORPUS.find(({ class: of }) => of === 'soft')!;
  await moreMails(mails.db);
  const bounce = (n: number, daysAgo: number) => mails.take(dated(FULL.raw(mails.about(1, 2_000_001 + n)), daysAgo));
  for (const n of [0, 1]) await bounce(n, 15);
  for (const n of [2, 3, 4, 5]) await bounce(n, 13);
  await bounce(5, 1); // told again
  expect(await mails.suppressed()).toEqual([]);
  await bounce(6, 0);
  expect(await mails.suppressed()).toMatchObject([{ reason: 'hard_bounce' }]);
});

test('soft bounces are of an address: a new one begins anew, and customers who share one count together', async () => {
  await using mails = await gone(3);
  const FULL = CORPUS.find(({ name }) => name.startsWith('5.2.2'))!;
  await moreMails(mails.db, 1000);
  const bounce = (customer: number, message: number, to: string) =>
    mails.take(dated(FULL.raw({ ...mails.about(customer, message), to }), 1));
  for (const n of [0, 1, 2, 3]) await bounce(1, 2_000_001 + n * 1000, 'c1@example.com');
  await rowsOf(mails.db, sql`update customer set email = 'new@example.com' where id = 1`);
  for (const n of [4, 5]) await bounce(1, 2_000_001 + n * 1000, 'new@example.com');
  expect(await mails.suppressed()).toEqual([]); // four of the old one, two of the new one
  await rowsOf(mails.db, sql`update customer set email = 'new@example.com' where id in (2, 3)`);
  await bounce(2, 2_000_002, ' NEW@example.com');
  expect(await mails.suppressed()).toEqual([]);
  await bounce(3, 2_000_003, 'ｎｅｗ@example.com');
  expect(await mails.suppressed()).toEqual([]);
  await bounce(1, 2_006_001, 'New@Example.com');
  expect(await mails.suppressed()).toMatchObject([{ reason: 'hard_bounce', hint: 'ne…@example.com' }]);
});
