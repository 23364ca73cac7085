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

/** More mails to the first customer. */
const moreMails = (db: Db) =>
  rowsOf(
    db,
    sql`insert into outbox select (jsonb_populate_record(o, jsonb_build_object('id', o.id + n, 'key', 'other-' || n,
               'enrollment_id', 1, 'visit', n, 'node', 'n' || n))).* from outbox o, generate_series(1, 6) n`,
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
