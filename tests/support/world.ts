import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Provider, WorkspaceKind } from '@tabiji/shared/api/workspace.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { settle } from '@tabiji/server/engine/settle.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { handOver } from '@tabiji/server/effects/hand-over.ts';
import { changeWorkspace } from '@tabiji/server/workspaces/workspaces.sql.ts';
import { beginTravel, travel } from '@tabiji/server/workspaces/travel.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import { checkBooks } from './books.ts';
import { lettersIn } from './letters.ts';
import { passagesIn } from './passages.ts';
import { factsOf } from './tell.ts';
import { createWorldDatabase, endLeaks, openWorkspace, type WorldDatabase } from './world-database.ts';
import { openJourneys } from './world-journeys.ts';

/** A Monday morning in the shop. */
export const START = '2026-03-02T10:00:00+09:00';

export interface WorldOptions {
  /** Of the workspace. */
  zone?: string;
  kind?: WorkspaceKind;
  provider?: Provider;
  /** Where the clock stands at first; `running` lets it go with real time. */
  at?: string;
  /** Absent: the database that all worlds of a test file share. */
  database?: WorldDatabase;
}

let shared: Promise<WorldDatabase> | undefined;
afterAll(async () => (await shared)?.[Symbol.asyncDispose]());

/**
 * A workspace whose clock stands still until the test travels. What is told is received, and what follows from it at
 * once has been done, when the promise resolves. A transaction that is left open and books that do not balance fail
 * the test at the end.
 */
export async function createWorld({
  zone = 'Asia/Tokyo',
  kind = 'sandbox',
  provider = 'letters',
  at = START,
  database,
}: WorldOptions = {}) {
  const { services, url } = database ?? (await (shared ??= createWorldDatabase()));
  const { db, inStore } = services;
  const { rows } = await sql<{ id: number }>`
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at, clock_stands_at)
    values ('旅路商店', ${kind}, ${zone}, ${provider}, '旅路商店', 'hello@tabiji.example', now(), ${at === 'running' ? null : at}) returning id`.execute(
    db,
  );
  const workspaceId = rows[0]!.id;
  const opened = await openWorkspace(url, workspaceId);
  const { query } = opened;
  const send = (id: number) => handOver(services, id, { limit: 200 });
  const settleAll = () => settle(inStore, workspaceId, send);
  const facts = factsOf();

  const receive = (told: readonly Fact[], { startJourneys = true } = {}) =>
    inStore(workspaceId, (store, here) => ingest(store, here, told, { startJourneys }));
  const tell = async (...args: Parameters<typeof receive>) => {
    const receipt = await receive(...args);
    await settleAll();
    return receipt;
  };
  const now = () => inWorkspace(db, workspaceId, (_, here) => Promise.resolve(here.now));
  /** Travels through the production code; then the clock stands again. */
  const travelBy = async (by: string): Promise<void> => {
    const target = await beginTravel(db, workspaceId, by);
    await travel(db, workspaceId, send);
    await query('update workspace set clock_stands_at = $2 where id = $1', [workspaceId, new Date(target)]);
  };
  return {
    url,
    services,
    query,
    workspaceId,
    now,
    tell,
    /** Stores facts, and leaves what follows from them to whoever advances. */
    receive,
    settle: settleAll,
    /** Hands over letters that were left in the outbox, and does what follows. */
    drain: async () => {
      while ((await send(workspaceId)).more);
      await settleAll();
    },
    travel: travelBy,
    travelTo: async (instant: string) => travelBy(`PT${(Date.parse(instant) - (await now())) / 1000}S`),
    /** Adds topics that can be refused to those that every workspace has. */
    topics: (...keys: string[]) =>
      changeWorkspace(db, workspaceId, {
        topics: [...STANDARD_TOPICS, ...keys.map((key) => ({ ...STANDARD_TOPICS[0]!, key }))],
      }),
    /** Sets the workspace's rules for sending. */
    rules: (rules: SendingRules) => changeWorkspace(db, workspaceId, { rules }),
    order: async (...order: Parameters<typeof facts.order>) => tell(facts.order(...order)),
    event: async (...event: Parameters<typeof facts.event>) => tell(facts.event(...event)),
    identify: async (...change: Parameters<typeof facts.identify>) => tell(facts.identify(...change)),
    ship: async (...shipment: Parameters<typeof facts.ship>) => tell(facts.ship(...shipment)),
    /** Facts that are not told yet, for batches. */
    facts,
    ...openJourneys(services, workspaceId, query),
    letters: lettersIn(query, zone),
    ...passagesIn(query, zone),
    checkBooks: () => checkBooks(query),
    [Symbol.asyncDispose]: async () => {
      await using _ = opened;
      await endLeaks(url);
      await checkBooks(query);
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
