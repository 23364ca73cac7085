import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { loadFacts } from '../engine/load-facts.ts';
import { allNeeds } from '@tabiji/shared/conditions/facts.ts';
import { needsOf, segmentsIn } from '@tabiji/shared/conditions/parts.ts';
import type { WatchedSegment } from '../engine/setup.ts';
import { moveSegments } from './move.ts';
import { findSegment, finishRefresh } from './segments.sql.ts';

const PAGE = 1000;

/**
 * Judges a new or changed segment, and those that are made of it, for every customer, page by page. Definitions start no journeys: only what happens
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
    const store = pgStore(trx, here);
    const segments = (await store.setup.conditions()).map((one) => ({ ...one, needs: needsOf(one.condition) }));
    const concerned = withDependents(segments, key);
    const customers = await store.customers.lockPage(after, PAGE);
    if (customers.length === 0 || concerned.length === 0) return null;
    const needs = { ...allNeeds(concerned.map((one) => one.needs)), segments: true };
    const known = await loadFacts(
      store,
      customers.map((customer) => ({ customer, needs })),
    );
    await moveSegments(store, here, concerned, known);
    return customers.at(-1) ?? null;
  });

/** The segment and all whose conditions ask about it, directly or through others. */
function withDependents(segments: readonly WatchedSegment[], key: string): WatchedSegment[] {
  const concerned = new Set([key]);
  for (let size = 0; size < concerned.size;) {
    size = concerned.size;
    for (const one of segments)
      if (segmentsIn(one.condition).some((part) => concerned.has(part))) concerned.add(one.key);
  }
  return segments.filter((one) => concerned.has(one.key));
}
