import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '@tabiji/server/services.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { publishJourney } from '../bench/world/publish-journey.ts';
import { servicesOn } from '../mail/services.ts';
import { journey, mail } from '../support/build.ts';
import { startRunningApp } from '../support/running-app.ts';

const BACKLOG = 16_000;
const LARGE = 1;

const graph = journey({ on: { on: 'event', event: 'signed_up' } }, mail('hello'));

/** Everybody in the large workspace is due at once. */
async function fillUp({ db }: Services, journeyId: number): Promise<void> {
  await inWorkspace(db, LARGE, async (trx) => {
    await sql`
      insert into customer (workspace_id, id, external_id, created_at, updated_at, email, last_name)
      select ${LARGE}, n, 'c' || n, now(), now(), 'c' || n || '@example.com', '山田' from generate_series(1, ${BACKLOG}::int) n`.execute(
      trx,
    );
    await sql`
      insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, shard, node, due_at)
      select ${LARGE}, 1000000 + n, n, now(), n, ${journeyId}, 1, n % 8, 'start', now() from generate_series(1, ${BACKLOG}::int) n`.execute(
      trx,
    );
  });
  await sql`select analyze_growing()`.execute(db); // as imports do; until autovacuum comes round, plans would be guesses
}

test(
  'a workspace with everybody due delays the first mail of another one by less than two seconds',
  { timeout: 180_000 },
  async () => {
    await using app = await startRunningApp({ editor: false, log: 'warn' });
    await using services = servicesOn(app.databaseUrl);
    const { db, inStore } = services;
    await sql`
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at)
    values ('隣の店', 'live', 'Asia/Tokyo', 'letters', '隣の店', 'hello@tabiji.example', now())`.execute(db);
    const small = 2;
    await publishJourney(services, small, graph);
    const large = await publishJourney(services, LARGE, graph);

    const letters = async (workspace: number, who?: string) => {
      const { rows } = await inWorkspace(db, workspace, (trx) =>
        sql<{
          n: number;
        }>`select count(*)::int as n from letter where ${who ?? null}::text is null or recipient = ${who ?? null}`.execute(
          trx,
        ),
      );
      return rows[0]!.n;
    };
    const delayOf = async (who: string): Promise<number> => {
      const facts: Fact[] = [
        { type: 'identify', customer: who, email: `${who}@example.com` },
        { type: 'track', id: who, customer: who, event: 'signed_up' },
      ];
      await inStore(small, (store, here) => ingest(store, here, facts, { startJourneys: true }));
      const came = performance.now();
      while ((await letters(small, `${who}@example.com`)) === 0) await pause(10);
      return performance.now() - came;
    };
    await delayOf('first'); // everything is loaded and planned once
    await fillUp(services, large);
    while ((await letters(LARGE)) < 300) await pause(10);
    const delays: number[] = [];
    for (let i = 0; i < 10; i++) delays.push(await delayOf(`p${i}`));
    const sent = await letters(LARGE);
    process.stdout.write(
      `first mails after ${delays.map((ms) => ms.toFixed(0)).join(', ')} ms while ${sent} of ${BACKLOG} were sent\n`,
    );
    expect(sent).toBeLessThan(BACKLOG); // the other one was busy all the time
    expect(Math.max(...delays)).toBeLessThan(2000);
  },
);
