import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { growthWatch } from '../db/analyze.sql.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { pgStores } from '../engine/pg-store.ts';
import { nextInstant, settle, type Send } from '../engine/settle.ts';
import type { InWorkspace } from '../engine/store.ts';
import { ingest } from '../events/ingest.ts';
import { insertJourney, insertVersion } from '../journeys/journeys.sql.ts';
import { standAt } from '../workspaces/clock.sql.ts';
import type { HistoricOrder } from './read-orders.ts';
import { reportOf, type ReplayReport } from './report.sql.ts';
import { createScratch, dropScratch } from './scratch.sql.ts';

export interface ReplayOptions {
  zone: string;
  /** Nothing at or after this instant happens; absent: until everybody has left. */
  until?: Millis | undefined;
  send: Send;
  signal?: AbortSignal | undefined;
  onProgress?: (progress: ReplayProgress) => void;
}

export interface ReplayProgress {
  /** The instant the clock stands at. */
  at: Millis;
  orders: number;
  ofOrders: number;
}

const BATCH = 5000;

/**
 * What a journey would have done with past purchases: runs the production engine over them in a scratch workspace.
 * Each order is told at its own time, then the clock moves to the next wake-up; at one instant orders come first.
 * @param orders ascending by time; at equal times in the order in which they arrived
 */
export async function runReplay(
  db: Db,
  graph: JourneyGraph,
  orders: readonly HistoricOrder[],
  options: ReplayOptions,
): Promise<ReplayReport> {
  const { zone, until = Number.POSITIVE_INFINITY, send, signal, onProgress } = options;
  const workspaceId = await createScratch(db, zone, graph.name);
  try {
    await inWorkspace(db, workspaceId, async (trx, here) => {
      const journeyId = await insertJourney(trx, here, graph);
      await insertVersion(trx, here, { journeyId, version: 1, graph, templates: {} });
    });
    const inStore = pgStores(db);
    const grown = growthWatch(db);
    let told = 0;
    for (;;) {
      if (signal?.aborted) throw new AppError('refused', 'The replay was stopped; nothing is left of it.');
      const planned = (await nextInstant(inStore, workspaceId)) ?? Number.POSITIVE_INFINITY;
      const at = Math.min(planned, orders[told]?.at ?? Number.POSITIVE_INFINITY);
      if (at >= until || at === Number.POSITIVE_INFINITY) break;
      await standAt(db, workspaceId, at);
      told = await tell(inStore, workspaceId, orders, { from: told, at });
      await settle(inStore, workspaceId, send);
      await grown(told);
      onProgress?.({ at, orders: told, ofOrders: orders.length });
    }
    return await inWorkspace(db, workspaceId, (trx) => reportOf(trx, workspaceId, Object.keys(graph.nodes)));
  } finally {
    await dropScratch(db, workspaceId);
  }
}

/** Tells the engine all orders of one instant; answers with the position of the first later one. */
async function tell(
  inStore: InWorkspace,
  workspaceId: number,
  orders: readonly HistoricOrder[],
  { from, at }: { from: number; at: Millis },
): Promise<number> {
  let end = from;
  while (orders[end]?.at === at) end++;
  for (let start = from; start < end; start += BATCH) {
    const facts = orders
      .slice(start, Math.min(end, start + BATCH))
      .map(({ order }) => ({ type: 'order' as const, ...order }));
    await inStore(workspaceId, (store, here) => ingest(store, here, facts, { startJourneys: true }));
  }
  return end;
}
