import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Db } from '@tabiji/server/db/database.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { servicesOn } from './services.ts';

const CUSTOMERS = 2000;
const KILLS = 6;

/** Starts senders and kills each in the middle; then one may finish. Returns how many mails each kill left. */
async function sendUnderKills(db: Db, databaseUrl: string, resendUrl: string, batch: number): Promise<number[]> {
  const args = [databaseUrl, resendUrl, String(batch)];
  const start = () => fork(path.join(import.meta.dirname, 'sender-process.ts'), args);
  const end = (sender: ChildProcess) => new Promise<number | null>((resolve) => sender.once('exit', resolve));
  const left: number[] = [];
  while (left.length < KILLS) {
    const sender = start();
    const gone = end(sender);
    await progress(db, left.at(-1) ?? CUSTOMERS);
    await setTimeout(Math.random() * (batch > 1 ? 400 : 60));
    sender.kill('SIGKILL');
    await gone;
    left.push(await waiting(db));
    // Leases are real time; half a minute is not worth waiting for.
    await rowsOf(db, sql`update outbox set retry_at = '-infinity', lease_until = '-infinity' where status = 'sending'`);
    await rowsOf(db, sql`update outbox_batch set retry_at = '-infinity' where key is not null`);
  }
  const code = await end(start());
  if (code !== 0) throw new Error(`the last sender ended with ${code}`);
  return left;
}

/** Waits until fewer are left, or nothing ever was. */
async function progress(db: Db, from: number): Promise<void> {
  if (from === 0) return;
  while ((await waiting(db)) >= from) await setTimeout(5);
}

const waiting = async (db: Db): Promise<number> =>
  (await rowsOf(db, sql<{ n: number }>`select count(*)::int as n from outbox`))[0]!.n;

const oncePerCustomer = Array.from({ length: CUSTOMERS }, (_, index) => `c${index + 1}@example.com`).toSorted();

test.each([
  ['letters', 1],
  ['resend', 1],
  ['resend', 100],
] satisfies [Provider, number][])(
  'senders by %s killed again and again, %i mails a request: every mail exactly once, nothing lost',
  { timeout: 180_000 },
  async (provider, batch) => {
    await using resend = await startResendStandIn({ workMs: batch > 1 ? 300 : 3 });
    await using database = await createTestDatabase();
    await using services = servicesOn(database.url);
    await prepareMailing(services.db, { provider, customers: CUSTOMERS });

    const left = await sendUnderKills(services.db, database.url, resend.url, batch);

    const took = left.filter((count) => count > 0).length;
    expect(took, `mails left after each kill: ${left.join(', ')}`).toBeGreaterThan(1); // the kills came in the middle
    const letters = await rowsOf(services.db, sql<{ recipient: string }>`select recipient from letter`);
    const reached =
      provider === 'letters'
        ? letters.map(({ recipient }) => recipient)
        : [...resend.accepted.values()].map(({ to }) => to.join());
    expect(reached.toSorted()).toEqual(oncePerCustomer);
    expect(await waiting(services.db)).toBe(0);
    const counts = sql`
      select (select count(*)::int from message where state = 'sent') as archived,
             (select sum(n)::int from journey_delta where kind = 'sent') as counted,
             (select count(*)::int from enrollment where port = 'next' and due_at is not null) as going`;
    expect(await rowsOf(services.db, counts)).toEqual([{ archived: CUSTOMERS, counted: CUSTOMERS, going: CUSTOMERS }]);
    const firsts = resend.accepted.size / batch;
    expect(resend.requests).toBeGreaterThanOrEqual(firsts + (provider === 'resend' && batch === 1 ? 1 : 0));
    expect(resend.doubled).toEqual([]);
  },
);
