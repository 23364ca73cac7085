import { compileGraph } from '@tabiji/shared/engine/compile.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { notBefore, type Existing } from '@tabiji/shared/journey/existing.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { addDuration, type Millis } from '@tabiji/shared/time.ts';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Db } from '../db/database.ts';
import { lockCustomerPage } from './plan-elapsed.sql.ts';
import { pgStore } from '../engine/pg-store.ts';
import { compiledVersions } from './compiled.ts';
import { getJourney } from './journeys.sql.ts';
import { takeInPage } from './take-in-page.ts';
import { customerPage, lockTakeIn, moveTakeIn } from './take-in.sql.ts';

const PAGE = 500;

/** Lets in who had met a trigger before publishing, page by page; stopped in the middle it goes on from there. */
export async function takeIn(db: Db, workspaceId: number, journeyId: number, signal?: AbortSignal): Promise<void> {
  for (let more = true; more;) {
    if (signal?.aborted) throw new Error('letting people in was stopped; it goes on from where it was');
    more = await inWorkspace(db, workspaceId, async (trx, here) => {
      const row = await lockTakeIn(trx, here.id, journeyId);
      if (!row) return false;
      const journey = await getJourney(trx, here.id, journeyId);
      const key = { journey: journeyId, version: row.version };
      const [version] = (await compiledVersions(pgStore(trx, here), here.id, [key])).values();
      const isOver = journey.status !== 'live' || journey.version !== row.version;
      const customers = isOver || !version ? [] : await lockCustomerPage(trx, here.id, row.cursor, PAGE);
      const asked = row.asked_at.getTime();
      const from = startOfWindow(row.existing, asked, here.zone);
      const entered = version ? await takeInPage(trx, here, version, customers, { from, asked }) : 0;
      await moveTakeIn(trx, here, row, { cursor: customers.at(-1) ?? null, entered });
      return customers.length > 0;
    });
  }
}

/** Counting for people to look at stops after so long. */
const LONGEST_MS = 3000;

/** How many publishing the draft would let in now, and which triggers have nobody from before. */
export async function countExisting(
  db: Db,
  workspaceId: number,
  journeyId: number,
  existing: Existing,
): Promise<{ people: number; complete: boolean; notBefore: { trigger: number; because: Words }[] }> {
  const began = performance.now();
  let people = 0;
  let after: number | null = existing === 'future' ? null : 0;
  const { graph, next } = await inWorkspace(db, workspaceId, async (trx, here) => {
    const journey = await getJourney(trx, here.id, journeyId);
    return { graph: compiled(journey.draft), next: (journey.version ?? 0) + 1 };
  });
  const version = { journeyId, version: next, graph, templates: {} };
  const reasons = graph.triggers.flatMap((trigger, i) => {
    const because = notBefore(trigger);
    return because ? [{ trigger: i, because }] : [];
  });
  while (after !== null && performance.now() - began < LONGEST_MS)
    after = await inWorkspace(db, workspaceId, async (trx, here): Promise<number | null> => {
      const customers = await customerPage(trx, here.id, after!, PAGE);
      const window = { from: startOfWindow(textOf(existing), here.now, here.zone), asked: here.now, rehearsal: true };
      people += await takeInPage(trx, here, version, customers, window);
      return customers.at(-1) ?? null;
    });
  return { people, complete: after === null, notBefore: reasons };
}

function compiled(draft: Parameters<typeof compileGraph>[0]) {
  try {
    return compileGraph(draft);
  } catch (error) {
    throw new AppError('refused', 'The draft has problems: mend them first.', { cause: error });
  }
}

/** As it is kept. */
export const textOf = (existing: Existing): string => (typeof existing === 'string' ? existing : existing.last);

const startOfWindow = (existing: string, now: Millis, zone: Here['zone']): Millis =>
  existing === 'everybody' ? Number.NEGATIVE_INFINITY : addDuration(now, existing, zone, -1);
