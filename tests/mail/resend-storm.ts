import { processClock } from '@tabiji/server/clock.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Services } from '@tabiji/server/services.ts';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { Random } from '../simulation/random.ts';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { type Manner, startResendStandIn } from './resend-stand-in.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const WORKERS = 4;
/** A sender's patience; what the service answers later is not heard. */
const PATIENCE_MS = 700;

/** Of a hundred requests so many meet this, in the first half of the storm. */
const WEATHER: readonly [Manner, number][] = [
  ['hang', 7],
  ['drop', 7],
  ['lost', 7],
  ['slow', 5],
  ['error-500', 7],
  ['busy', 7],
  ['busy-without-time', 7],
  ['strict', 10],
];

/** What became of a mailing. */
export interface StormReport {
  mails: number;
  requests: number;
  accepted: number;
  /** Accepted more than once. */
  doubled: string[];
  /** Neither accepted, nor refused for their address, nor called off because their customer left. */
  lost: number[];
  /** Kept as sent without having been accepted, or as not sent although they were. */
  misjudged: { customer: number; state: string; accepted: boolean }[];
  /** End → mails. */
  states: Record<string, number>;
  /** Error → how often the service answered it. */
  answered: Record<string, number>;
  repeated: number;
}

/** Four senders, a service in a bad mood, customers who leave and addresses that are none: everything from one seed. */
export async function storm(seed: number, mails: number): Promise<StormReport> {
  const random = new Random(seed);
  await using resend = await startResendStandIn({ workMs: 30 });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, {
    resendApiKey: 're_test',
    resendBaseUrl: resend.url,
    resendBatch: 100,
  });
  const { db } = services;
  await prepareMailing(db, { provider: 'resend', customers: mails });
  const everybody = Array.from({ length: mails }, (_, i) => i + 1);
  const bad = new Set(everybody.filter(() => random.chance(0.01)));
  const leaving = new Set(everybody.filter((id) => !bad.has(id) && random.chance(0.02)));
  await rowsOf(
    db,
    sql`update customer set email = 'bad' || id || '@example.com' where id = any(${[...bad]}::bigint[])`,
  );
  resend.manners.push(...WEATHER.map(([manner]) => manner)); // each at least once
  let calm = false;
  const queue = [...leaving];
  resend.next = ({ keys, bad }) => {
    // what only a bad address meets, and what only a request does that is asked for again as it was
    if (bad > 0 && !resend.answered.has('422 validation_error')) return 'strict';
    const staysSame = !queue.some((id) => keys.includes(`key-${id}`));
    if (staysSame && !resend.answered.has('409 concurrent_idempotent_requests')) return 'slow';
    let dice = calm ? 1000 : random.int(0, 99);
    return WEATHER.find(([, share]) => (dice -= share) < 0)?.[0];
  };
  const hasty: Services = {
    ...services,
    random: random.fork().next,
    clock: { ...processClock, deadline: (ms) => AbortSignal.timeout(Math.min(ms, PATIENCE_MS)) },
  };

  const left = async () => (await rowsOf(db, sql<{ n: number }>`select count(*)::int as n from outbox`))[0]!.n;
  const state = { remaining: mails };
  const senders = Array.from({ length: WORKERS }, async () => {
    while (state.remaining > 0) {
      const { handed } = await sendDue(hasty, WORKSPACE, { limit: 100 });
      if (handed === 0) await setTimeout(20);
    }
  });
  const world = (async () => {
    while (state.remaining > 0) {
      await setTimeout(60);
      for (let n = random.int(0, 3); n > 0; n--) await leave(queue.splice(random.int(0, queue.length - 1), 1));
      await hurry();
      state.remaining = await left();
      if (state.remaining < mails / 4) calm = true;
    }
  })();
  await Promise.all([...senders, world]);
  while (resend.working > 0) await setTimeout(20); // it accepts what it was slow about, also when nobody waits any more
  return await report(); // before the database goes

  async function leave(customers: number[]): Promise<void> {
    for (const id of customers)
      await rowsOf(db, sql`update enrollment set ended_at = now() where customer_id = ${id} and port is null`);
  }

  /** The waits between attempts pass quickly here. */
  async function hurry(): Promise<void> {
    await rowsOf(
      db,
      sql`update provider_trouble set waits_until = date_trunc('second', now()) - interval '1 second'
           where waits_until > now()`,
    );
    await rowsOf(
      db,
      sql`update outbox set retry_at = '-infinity' where id in (
            select id from outbox where status = 'queued' and retry_at > '-infinity' for update skip locked)`,
    );
    await rowsOf(
      db,
      sql`update outbox_batch set retry_at = '-infinity' where id in (
            select id from outbox_batch where retry_at > '-infinity' for update skip locked)`,
    );
  }

  async function report(): Promise<StormReport> {
    const rows = await rowsOf(
      db,
      sql<{ customer: number; state: string }>`select customer_id as customer, state from message order by customer_id`,
    );
    const states = new Map<string, number>();
    for (const { state } of rows) states.set(state, (states.get(state) ?? 0) + 1);
    const isAccepted = (id: number) => resend.accepted.has(`key-${id}`);
    return {
      mails,
      requests: resend.requests,
      accepted: resend.accepted.size,
      doubled: resend.doubled,
      lost: everybody.filter((id) => !isAccepted(id) && !bad.has(id) && !leaving.has(id)),
      misjudged: rows
        .map(({ customer, state }) => ({ customer, state, accepted: isAccepted(customer) }))
        .filter(({ state, accepted }) => (accepted ? state !== 'sent' && state !== 'unknown' : state === 'sent')),
      states: Object.fromEntries(states),
      answered: Object.fromEntries(resend.answered),
      repeated: resend.repeated,
    };
  }
}
