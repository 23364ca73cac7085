import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { WorkspaceKind } from '@tabiji/shared/api/workspace.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { settle } from '@tabiji/server/engine/settle.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { beginTravel, travel } from '@tabiji/server/workspaces/travel.ts';
import { checkBooks } from './books.ts';
import { lettersIn } from './letters.ts';
import { factsOf } from './tell.ts';
import { createWorldDatabase } from './world-database.ts';
import { openJourneys } from './world-journeys.ts';
import { passagesIn } from './passages.ts';

/** A Monday morning in the shop. */
export const START = '2026-03-02T10:00:00+09:00';

export interface WorldOptions {
  /** Of the workspace. */
  zone?: string;
  kind?: WorkspaceKind;
  /** Where the clock stands at first. */
  at?: string;
}

/**
 * A workspace in a database of its own, whose clock stands still until the test travels. What is told is received,
 * and what follows from it at once has been done, when the promise resolves. A transaction that is left open and
 * books that do not balance fail the test at the end.
 */
export async function createWorld({ zone = 'Asia/Tokyo', kind = 'sandbox', at = START }: WorldOptions = {}) {
  await using stack = new AsyncDisposableStack();
  const { services, query, ...rest } = stack.use(await createWorldDatabase());
  const { db } = services;
  const [workspace] = await query<{ id: number }>(
    `insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at, clock_stands_at)
     values ('旅路商店', $1, $2, '旅路商店', 'hello@tabiji.example', now(), $3) returning id`,
    [kind, zone, at],
  );
  const workspaceId = workspace!.id;
  const send = (id: number) => sendDue(services, id, { limit: 200 });
  const settleAll = () => settle(db, workspaceId, send);
  const facts = factsOf();

  const tell = async (told: readonly Fact[], { startJourneys = true } = {}) => {
    const receipt = await inWorkspace(db, workspaceId, (trx, here) => ingest(trx, here, told, { startJourneys }));
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
  const parts = stack.move();
  return {
    ...rest,
    services,
    query,
    workspaceId,
    zone,
    now,
    tell,
    settle: settleAll,
    travel: travelBy,
    travelTo: async (instant: string) => travelBy(`PT${(Date.parse(instant) - (await now())) / 1000}S`),
    order: async (...order: Parameters<typeof facts.order>) => tell(facts.order(...order)),
    event: async (...event: Parameters<typeof facts.event>) => tell(facts.event(...event)),
    identify: async (...change: Parameters<typeof facts.identify>) => tell(facts.identify(...change)),
    ship: async (...shipment: Parameters<typeof facts.ship>) => tell(facts.ship(...shipment)),
    /** Facts without telling them yet, for batches. */
    facts,
    ...openJourneys(services, workspaceId, query),
    letters: lettersIn(query, zone),
    ...passagesIn(query, zone),
    checkBooks: () => checkBooks(query),
    [Symbol.asyncDispose]: async () => {
      await using _ = parts;
      await checkBooks(query);
    },
  };
}
export type World = Awaited<ReturnType<typeof createWorld>>;
export type { Condition, JourneyGraph };
