import { setTimeout } from 'node:timers/promises';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
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
    // whoever asked for it is gone: its row says that there is work left
    for (const journey of await inIt(changingJourneys)) await changeJourney(db, WORKSPACE, journey);
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
