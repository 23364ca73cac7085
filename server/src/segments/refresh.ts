import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { needsOf } from '@tabiji/shared/conditions/parts.ts';
import { lockCustomerPage } from '../journeys/plan-elapsed.sql.ts';
import { moveSegments } from './move.ts';
import { findSegment, finishRefresh, listConditions } from './segments.sql.ts';

const PAGE = 1000;

/**
 * Judges a new or changed segment for every customer, page by page. Definitions start no journeys: only what happens
 * to customers does. A definition that changes meanwhile has a refresh of its own.
 */
export async function refreshSegment(db: Db, workspaceId: number, key: string, signal?: AbortSignal): Promise<void> {
  const begun = await inWorkspace(db, workspaceId, (trx) => findSegment(trx, workspaceId, key));
  if (!begun) return;
  for (let after: number | null = 0; after !== null;) {
    if (signal?.aborted) throw new Error(`refreshing the segment ${key} was stopped; it is done again`);
    after = await refreshPage(db, workspaceId, key, after);
  }
  await inWorkspace(db, workspaceId, (trx) => finishRefresh(trx, workspaceId, key, begun.revision));
}

const refreshPage = (db: Db, workspaceId: number, key: string, after: number): Promise<number | null> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    const segments = (await listConditions(trx, here.id)).map((one) => ({ ...one, needs: needsOf(one.condition) }));
    const segment = segments.filter((one) => one.key === key);
    const customers = await lockCustomerPage(trx, here.id, after, PAGE);
    if (customers.length === 0 || segment.length === 0) return null;
    const wanted = customers.flatMap((customer) =>
      segment.map(({ needs }) => ({ customer, needs: { ...needs, segments: true } })),
    );
    await moveSegments(trx, here, segment, await loadFacts(trx, here.id, wanted));
    return customers.at(-1) ?? null;
  });
