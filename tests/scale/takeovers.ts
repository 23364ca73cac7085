import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@tabiji/server/db/database.ts';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { servicesOn } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';
import { openCrew } from './workers.ts';

/** More than one worker sends in the seconds it lives. */
const MAILS_A_LIFE = 300;

interface Held {
  id: number;
  fence: number;
}

/** Mails that somebody has claimed, and how often. */
export const held = (db: Db) =>
  rowsOf(db, sql<Held>`select id, fence from outbox where status = 'sending' and lease_until is not null`);

/** Resolves when somebody else has each of these mails, or has done it. */
async function takenOver(db: Db, before: readonly Held[]): Promise<void> {
  for (;;) {
    const now = new Map((await held(db)).map(({ id, fence }) => [id, fence]));
    if (before.every(({ id, fence }) => now.get(id) !== fence)) return;
    await pause(20);
  }
}

const due = (db: Db, on: boolean) =>
  rowsOf(db, sql`update outbox set retry_at = case when ${on} then now() else 'infinity' end where status = 'queued'`);

/**
 * Kills the only busy worker again and again. Every mail arrives once all the same.
 * @returns how many milliseconds after each kill somebody else had its mails, shortest first
 */
export async function killBusyWorkers(kills: number): Promise<number[]> {
  const mails = (kills + 1) * MAILS_A_LIFE;
  await using resend = await startResendStandIn({ workMs: 150 });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  const { db } = services;
  await prepareMailing(db, { provider: 'resend', customers: mails });
  await using crew = await openCrew({
    DATABASE_URL: database.url,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resend.url,
    RESEND_BATCH: '1', // a request of a hundred would have sent everything before the second kill
  });
  const left = () => rowsOf(db, sql<{ n: number }>`select count(*)::int as n from outbox`);
  const someAreLeft = async () => {
    if ((await left())[0]!.n === 0) throw new Error('every mail was sent before the kill: give a life more of them');
  };
  await due(db, false);
  let [busy, idle] = [await crew.start(), await crew.start()];
  const took: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    idle.kill('SIGSTOP'); // so that the other one has the work to itself
    await due(db, true);
    while ((await held(db)).length === 0) {
      await someAreLeft();
      await pause(20);
    }
    await pause(Math.random() * 1000);
    await due(db, false);
    let before = await held(db);
    while (before.length === 0) {
      await someAreLeft();
      await due(db, true);
      await pause(5);
      before = await held(db);
    }
    idle.kill('SIGCONT');
    await pause(100);
    busy.kill('SIGKILL');
    const killed = performance.now();
    await takenOver(db, before);
    took.push(performance.now() - killed);
    busy = idle;
    idle = await crew.start();
  }

  await due(db, true);
  while ((await left())[0]!.n > 0) await pause(100);
  expect(resend.accepted.size).toBe(mails);
  const counts = sql`select count(*)::int as archived, count(distinct key)::int as keys from message where state = 'sent'`;
  expect(await rowsOf(db, counts)).toEqual([{ archived: mails, keys: mails }]);
  return took.toSorted((a, b) => a - b);
}
