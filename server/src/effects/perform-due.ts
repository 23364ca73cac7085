import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { customerFacts } from '../engine/facts.sql.ts';
import type { Round } from '../messages/due.ts';
import { backoffMs } from '../messages/outcome.ts';
import type { Services } from '../services.ts';
import { keepResult } from './keep-result.ts';
import type { Performed, Work } from './performer.ts';
import { PERFORMERS } from './performers.ts';
import { claimWork, putWorkBack, takeOff, type ClaimedRow } from './work.sql.ts';

/** Pieces of work of one claim; all are begun at once. */
const AT_ONCE = 16;
const DEADLINE_MS = 10_000;
/** Receivers keep keys for a day; an hour is left for slow clocks. */
const SAME_KEY_MS = 23 * 3_600_000;
const PAUSED_MS = 60_000;
const FOR_A_NEWER_MS = 30_000;

/**
 * One round of work that nodes asked for: claims, performs, records. Any number of workers may do so at once; one that
 * dies costs a delay of 30 seconds, after which the same key goes out again.
 * @returns how many pieces are done with, and whether more may be due
 */
export async function performDue(services: Services, workspaceId: number): Promise<Round> {
  const { db } = services;
  const claimed = await inWorkspace(db, workspaceId, (trx, here) => claim(trx, here));
  const ends = await Promise.allSettled(claimed.work.map((one) => performOne(services, workspaceId, one)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const done = ends.filter((end) => end.status === 'fulfilled' && end.value).length;
  return { handed: done, more: claimed.full };
}

interface ToDo {
  work: Work;
  /** Real time. */
  firstAttemptAt: number;
  isReplay: boolean;
}

async function claim(trx: Trx, here: Here): Promise<{ work: ToDo[]; full: boolean }> {
  const rows = await claimWork(trx, here, AT_ONCE);
  const wanted = rows.filter(({ waiting, live }) => waiting && live);
  for (const row of rows) {
    if (!row.waiting) await takeOff(trx, here, { ...row, enrollmentId: row.enrollment_id });
    else if (!row.live)
      await putWorkBack(trx, here, { ...row, because: 'journey_paused', afterMs: PAUSED_MS, untried: true });
  }
  const customers = await customerFacts(trx, here.id, [...new Set(wanted.map((row) => row.customer_id))], true);
  const byId = new Map(customers.map((one) => [one.id, one]));
  const work = wanted.flatMap((row) => {
    const customer = byId.get(row.customer_id);
    if (!customer) return [];
    const known = { id: row.customer_id, externalId: customer.external_id, attributes: customer.attributes };
    return [
      { work: workOf(row, known), firstAttemptAt: row.first_attempt_at.getTime(), isReplay: here.kind === 'scratch' },
    ];
  });
  return { work, full: rows.length === AT_ONCE };
}

const workOf = (row: ClaimedRow, customer: Work['customer']): Work => ({
  id: row.id,
  fence: row.fence,
  performer: row.performer,
  payload: row.payload,
  key: row.key,
  attempts: row.attempts,
  customer,
  enrollment: { id: row.enrollment_id, visit: row.visit, node: row.node },
  journey: { id: row.journey_id, name: row.journey_name },
  askedAt: row.asked_at.toISOString(),
});

/** Whether it is done with. */
async function performOne(services: Services, workspaceId: number, todo: ToDo): Promise<boolean> {
  const { work } = todo;
  const result = await attempt(services, todo);
  return inWorkspace(services.db, workspaceId, async (trx, here) => {
    if (result.kind === 'done') return keepResult(trx, here, work, result);
    if (here.realNow - todo.firstAttemptAt >= SAME_KEY_MS) {
      const port = PERFORMERS.get(work.performer)?.givesUp;
      if (port !== undefined) return keepResult(trx, here, work, { kind: 'done', port });
    }
    const afterMs = Math.max(result.afterMs ?? 0, backoffMs(work.attempts, services.random));
    await putWorkBack(trx, here, { ...work, because: result.because, afterMs, untried: false });
    return false;
  });
}

async function attempt({ config, log }: Services, { work, isReplay }: ToDo): Promise<Performed> {
  const performer = PERFORMERS.get(work.performer);
  if (!performer) return { kind: 'later', because: `no performer ${work.performer} here`, afterMs: FOR_A_NEWER_MS };
  if (isReplay) return { kind: 'done', port: performer.inReplay };
  try {
    return await performer.perform(work, { signal: AbortSignal.timeout(DEADLINE_MS), config });
  } catch (error) {
    log.error({ err: error, performer: work.performer }, 'work that a node asked for failed; it is tried again');
    return { kind: 'later', because: error instanceof Error ? error.message : String(error) };
  }
}
