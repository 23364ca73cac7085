import type { AddComment, JourneyComment } from '@tabiji/shared/api/comments.ts';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney } from '../journeys.sql.ts';

const MOST = 1000;

/** All comments on a journey, thread by thread in the order in which threads began. */
export async function listComments(trx: Trx, here: Here, journeyId: number): Promise<JourneyComment[]> {
  const rows = await trx
    .selectFrom('journey_comment')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .orderBy('thread')
    .orderBy('id')
    .execute();
  return rows.map(({ id, thread, node, by_name: by, text, at, resolved_at, resolved_by }) => ({
    id,
    thread,
    node,
    by,
    text,
    at: at.toISOString(),
    resolved: resolved_at && { at: resolved_at.toISOString(), by: resolved_by },
  }));
}

/**
 * Says something about a journey. An answer belongs to what its thread is about, and opens it again.
 * @throws AppError `not_found` for a journey or thread that does not exist; `refused` where there are too many
 */
export async function addComment(
  trx: Trx,
  here: Here,
  journeyId: number,
  { text, node, thread }: AddComment,
  person: Person | null,
): Promise<void> {
  await getJourney(trx, here.id, journeyId);
  const all = await listComments(trx, here, journeyId);
  if (all.length >= MOST) throw new AppError('refused', `A journey has at most ${MOST} comments.`);
  const first = thread === undefined ? undefined : all.find(({ id }) => id === thread);
  if (thread !== undefined && first?.thread !== thread) throw missing(journeyId, thread);
  const [id] = await nextRowNumbers(trx, 1);
  await trx
    .insertInto('journey_comment')
    .values({
      workspace_id: here.id,
      id: id!,
      journey_id: journeyId,
      node: first ? first.node : (node ?? null),
      thread: thread ?? id!,
      by_id: person?.id ?? null,
      by_name: person?.name || null,
      text,
      at: new Date(here.now),
      resolved_at: null,
      resolved_by: null,
    })
    .execute();
  if (first?.resolved) await resolveThread(trx, here, journeyId, { thread: first.id, resolved: false }, person);
}

/** Settles a thread, or opens it again. @throws AppError `not_found` */
export async function resolveThread(
  trx: Trx,
  here: Here,
  journeyId: number,
  { thread, resolved }: { thread: number; resolved: boolean },
  person: Person | null,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('journey_comment')
    .set({
      resolved_at: resolved ? new Date(here.now) : null,
      resolved_by: resolved ? (person?.name ?? null) : null,
    })
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .where('id', '=', thread)
    .whereRef('id', '=', 'thread')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw missing(journeyId, thread);
}

const missing = (journeyId: number, thread: number) =>
  new AppError('not_found', `Journey ${journeyId} has no thread ${thread}.`);
