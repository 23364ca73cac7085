import { setTimeout } from 'node:timers/promises';
import { preferenceRoutes } from '@tabiji/server/http/preferences.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { tokenFor } from '@tabiji/server/preferences/token.ts';
import { sql } from 'kysely';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';

const SENDERS = 10;
const READERS = 8;
/** A sender holds so many mails, and a service takes so long for each, that a round lasts for a second and more. */
const ROUND = 60;
const WORK_MS = 1500;

/** What came of readers who stop mails while ten senders are at work. */
export interface RaceReport {
  /** Mails that went although, or before, their reader said no. */
  sent: number;
  /** Mails that were kept back because of the no. */
  kept: number;
  /** Requests that began after their reader had been told that it is stopped. */
  late: number;
  /** The longest of these, in milliseconds after the answer. */
  worst: number;
}

/** Everybody has one mail that is due and says no to it just about when it leaves. */
export async function raceToStop(customers: number): Promise<RaceReport> {
  await using resend = await startResendStandIn({ workMs: WORK_MS });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
  await prepareMailing(services.db, { provider: 'resend', customers });
  const keys = await inWorkspace(services.db, WORKSPACE, (_, here) => Promise.resolve(here.linkKeys));
  await using web = servicesOn(database.url); // readers do not wait for the senders' connections
  const routes = preferenceRoutes(web);
  const answered = new Map<string, number>();
  const held = SENDERS * ROUND;
  const next = Array.from({ length: customers }, (_, i) => ({ id: i + 1, turn: i + Math.random() * held }))
    .toSorted((a, b) => a.turn - b.turn)
    .entries();
  const over = new AbortController();
  const sending = Promise.all(Array.from({ length: SENDERS }, send)).then(() => over.abort());
  await Promise.all(Array.from({ length: READERS }, read));
  await sending;

  const gaps = [...resend.begun].flatMap(([key, begun]) => {
    const gap = begun - (answered.get(key) ?? Infinity);
    return gap > 0 ? [gap] : [];
  });
  const [{ sent, kept } = { sent: 0, kept: 0 }] = await rowsOf(
    services.db,
    sql<{ sent: number; kept: number }>`
      select count(*) filter (where state = 'sent')::int as sent,
             count(*) filter (where state = 'skipped' and because like 'unsubscribed%')::int as kept from message`,
  );
  return { sent, kept, late: gaps.length, worst: Math.round(Math.max(0, ...gaps)) };

  async function send(): Promise<void> {
    for (let empty = 0; empty < 3;) {
      const { handed } = await sendDue(services, WORKSPACE, { limit: ROUND });
      empty = handed === 0 ? empty + 1 : 0;
    }
  }

  /** Says no about mails that are held or will be held next; no faster than the senders send. */
  async function read(): Promise<void> {
    for (const [position, { id }] of next) {
      while (!over.signal.aborted && position > 2 * resend.begun.size + held / 2) await setTimeout(2);
      const link = { workspaceId: WORKSPACE, of: id, purpose: 'unsubscribe', topic: 'news' } as const;
      const reply = await routes.request(`/u/${tokenFor(link, keys)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      if (reply.status !== 200) throw new Error(`answered with ${reply.status}`);
      answered.set(`key-${id}`, performance.now());
    }
  }
}
