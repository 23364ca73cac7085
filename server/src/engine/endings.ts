import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import { GOAL } from '@tabiji/shared/engine/compile.ts';
import type { Here } from '../db/in-workspace.ts';
import type { ActiveRow } from './endings.sql.ts';
import type { Store } from './store.ts';
import { Tally } from './tally.ts';
import type { UnderWay } from './under-way.ts';

/**
 * Ends passages whose goal or exit condition is met by what has just been stored; what was unsent is taken back.
 * @returns ids of those that ended
 */
export async function endWhoAreDone(store: Store, here: Here, passages: readonly UnderWay[]): Promise<Set<number>> {
  const ended = passages.flatMap(({ row, version, facts, occasion }) => {
    const met = version.graph.endings.find(({ when }) => evaluate(when, facts, occasion));
    return met ? [{ row, reason: met.reason }] : [];
  });
  await endPassages(store, here, ended);
  return new Set(ended.map(({ row }) => row.id));
}

/** A passage that is to end, and why. */
export interface Ending {
  row: Pick<ActiveRow, 'id' | 'journey_id' | 'version'>;
  reason: string;
}

/**
 * Ends passages wherever they stand, takes back what was unsent, and writes all of it down.
 * @param because kept with the letters that were taken back
 */
export async function endPassages(
  store: Store,
  here: Here,
  ended: readonly Ending[],
  because = 'ended',
): Promise<void> {
  if (ended.length === 0) return;
  const done = await store.positions.end(ended.map(({ row, reason }) => ({ id: row.id, reason })));
  await store.letters.cancel({
    enrollments: done.map(({ id }) => id),
    now: here.now,
    realNow: here.realNow,
    because,
  });
  const reasons = new Map(ended.map(({ row, reason }) => [row.id, { row, reason }]));
  const tally = new Tally();
  const entries = done.flatMap(({ id, visit, node }) => {
    const why = reasons.get(id);
    if (!why) return [];
    tally.add({ journey: why.row.journey_id, version: why.row.version }, 'exit', node, why.reason);
    return [{ enrollmentId: id, visit, at: here.now, steps: JSON.stringify([[node, 'exit', why.reason]]) }];
  });
  await store.diary.write(here.realNow, entries);
  await tally.write(store);
  await store.letters.countGoals(entries.flatMap(({ enrollmentId: id }) => (isGoal(reasons.get(id)) ? [id] : [])));
}

const isGoal = (why: Ending | undefined) => why?.reason === GOAL;
