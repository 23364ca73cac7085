import { setTimeout } from 'node:timers/promises';
import type { Db } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import type { InWorkspace } from '@tabiji/server/engine/store.ts';
import { changeJourney } from '@tabiji/server/journeys/change-journey.ts';
import { changingJourneys } from '@tabiji/server/journeys/life.sql.ts';
import { holdMails, releaseMails } from '@tabiji/server/journeys/release-hold/release.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';

const JOURNEY = 1;
const MAILS = 300;

/** Whoever asked for a release is gone: the journey's row says that there is work left. */
async function goOn(db: Db): Promise<void> {
  for (const journey of await inWorkspace(db, WORKSPACE, changingJourneys)) await changeJourney(db, WORKSPACE, journey);
}

test(
  'a release racing with four workers: no request begins before it, and each mail goes once',
  { timeout: 90_000 },
  async () => {
    await using resend = await startResendStandIn();
    await using database = await createTestDatabase();
    await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
    const { db } = services;
    await prepareMailing(db, { provider: 'resend', customers: MAILS });
    const inIt = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, WORKSPACE, work);
    const heldNow = async () =>
      (await rowsOf(db, sql<{ n: number }>`select count(*)::int as n from outbox where hold_until = 'infinity'`))[0]!.n;
    await inIt((trx, here) => holdMails(trx, here, JOURNEY, { first: 50, by: null }));

    const over = new AbortController();
    const working = Array.from({ length: 4 }, async () => {
      while (!over.signal.aborted) {
        const round = await sendDue(services, WORKSPACE, { limit: 10 });
        if (!round.more) await setTimeout(5);
      }
    });
    while ((await heldNow()) < MAILS / 4) await setTimeout(2); // the others are being taken up and held meanwhile
    expect(resend.begun.size).toBe(0);
    const before = performance.now();
    await inIt((trx, here) => releaseMails(trx, here, JOURNEY, { by: null, note: null }));
    await goOn(db);
    await expect.poll(() => resend.accepted.size, { timeout: 60_000 }).toBe(MAILS);
    await expect
      .poll(() => rowsOf(db, sql`select state, count(*)::int as mails from message group by 1`), { timeout: 30_000 })
      .toEqual([{ state: 'sent', mails: MAILS }]);
    over.abort();
    await Promise.all(working);
    expect(Math.min(...resend.begun.values())).toBeGreaterThanOrEqual(before);
    expect(resend.doubled).toEqual([]);
    expect(await rowsOf(db, sql`select id from outbox`)).toEqual([]);
    expect(await inIt(changingJourneys)).toEqual([]);
  },
);

test('a worker that holds mails back just after their release lets them go again', async () => {
  await using resend = await startResendStandIn();
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
  const { db } = services;
  await prepareMailing(db, { provider: 'resend', customers: 5 });
  await inWorkspace(db, WORKSPACE, (trx, here) => holdMails(trx, here, JOURNEY, { first: 50, by: null }));
  let held = 0;
  /** Between its judgement and its holding, everything is released. */
  const inStore: InWorkspace = (id, work) =>
    services.inStore(id, (store, here) => {
      const hold: typeof store.sending.hold = async (rows) => {
        if (rows.length > 0 && held === 0) {
          held = rows.length;
          await inWorkspace(db, WORKSPACE, (trx, now) => releaseMails(trx, now, JOURNEY, { by: null, note: null }));
          await goOn(db);
        }
        await store.sending.hold(rows);
      };
      return work({ ...store, sending: { ...store.sending, hold } }, here);
    });
  await sendDue({ ...services, inStore }, WORKSPACE, { limit: 10 });
  expect(held).toBe(5);
  expect(resend.begun.size).toBe(0);
  for (let round = 0; round < 3; round++) await sendDue(services, WORKSPACE, { limit: 10 });
  expect(resend.accepted.size).toBe(5);
});
