import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { pgStores } from '@tabiji/server/engine/pg-store.ts';
import { putBack } from '@tabiji/server/messages/again.sql.ts';
import { claimDue } from '@tabiji/server/messages/claim.sql.ts';
import type { Due } from '@tabiji/server/messages/due-mail.sql.ts';
import { finished } from '@tabiji/server/messages/due.ts';
import { finish } from '@tabiji/server/messages/finish.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { archive, byResend, outbox } from './mailings.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { servicesOn, WORKSPACE } from './services.ts';

test.each(['letters', 'resend', 'counting'] as const)('four senders at once share the work of %s', async (provider) => {
  await using resend = await startResendStandIn({ workMs: 5 });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
  await prepareMailing(services.db, { provider, customers: 600 });
  let handed = 0;
  async function sender(): Promise<void> {
    for (let empty = 0; empty < 3;) {
      const round = await sendDue(services, WORKSPACE, { limit: 40 });
      handed += round.handed;
      empty = round.handed === 0 ? empty + 1 : 0;
    }
  }
  await Promise.all([sender(), sender(), sender(), sender()]);
  expect(handed).toBe(600);
  expect(
    await rowsOf(services.db, sql`select count(*)::int as n, count(distinct key)::int as keys from message`),
  ).toEqual([{ n: 600, keys: 600 }]);
  expect(resend).toMatchObject({ requests: provider === 'resend' ? 600 : 0, repeated: 0 });
});

test('a lease that ran out is taken over, and the late result of the first sender changes nothing', async () => {
  await using mailing = await byResend(3);
  const { db } = mailing;
  const claim = () => inWorkspace(db, WORKSPACE, (trx, here) => claimDue(trx, here, { limit: 3, mark: true }));
  const record = (rows: Due[], state: 'sent' | 'failed') =>
    pgStores(db)(WORKSPACE, (store, here) =>
      finish(
        store,
        here,
        rows.map((row) => finished(row, state)),
      ),
    );
  const late = await claim();
  expect(late).toHaveLength(3);
  expect(await claim()).toEqual([]); // leased
  await rowsOf(
    db,
    sql`update outbox set retry_at = now() - interval '1 second', lease_until = now() - interval '1 second'`,
  );
  const second = await claim();
  expect(second).toHaveLength(3);
  expect(await record(late, 'failed')).toBe(0);
  await inWorkspace(db, WORKSPACE, (trx, here) =>
    putBack(
      trx,
      here,
      late.map(({ id, fence }) => ({ id, fence, because: 'late', afterMs: 0, uncertain: false, untried: true })),
    ),
  );
  expect(await outbox(db)).toMatchObject([1, 2, 3].map(() => ({ attempts: 2, uncertain: true, error: null })));
  expect(await record(second, 'sent')).toBe(3);
  expect((await archive(db)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

test('whoever leaves the journey while a batch is under way gets nothing more than two seconds later', async () => {
  await using resend = await startResendStandIn({ workMs: 800 });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
  await prepareMailing(services.db, { provider: 'resend', customers: 60 });
  const round = sendDue(services, WORKSPACE, { limit: 60 });
  while (resend.accepted.size < 4) await new Promise((resolve) => setTimeout(resolve, 10));
  await rowsOf(services.db, sql`update enrollment set ended_at = now() where port is null`);
  const before = resend.requests;
  await round;
  expect(resend.requests - before).toBeLessThan(30);
  const called = (await archive(services.db)).filter(({ state }) => state === 'cancelled');
  expect(called.length).toBeGreaterThan(20);
  expect(called.length + resend.accepted.size).toBe(60);
  expect(await outbox(services.db)).toEqual([]);
});
