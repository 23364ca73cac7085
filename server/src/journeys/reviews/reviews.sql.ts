import type { AnswerReview, AskReview, Review, ReviewStanding } from '@tabiji/shared/api/reviews.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney, lockJourney } from '../journeys.sql.ts';

/** Where a journey's review stands. */
export async function reviewOf(trx: Trx, here: Here, journeyId: number): Promise<ReviewStanding> {
  const { draft_rev } = await getJourney(trx, here.id, journeyId);
  const { review_required } = await trx
    .selectFrom('workspace')
    .select('review_required')
    .where('id', '=', here.id)
    .executeTakeFirstOrThrow();
  const row = await find(trx, here, journeyId);
  if (!row) return { required: review_required, review: null };
  const { state, rev, reviewer, comments } = row;
  const outdated = rev !== draft_rev;
  const review = {
    state,
    rev,
    outdated,
    askedBy: row.asked_by,
    reviewer,
    askedAt: row.asked_at.toISOString(),
    comments,
  };
  return { required: review_required, review };
}

/** Asks a colleague to look at the draft as it is now. */
export async function askReview(trx: Trx, here: Here, journeyId: number, asked: AskReview): Promise<void> {
  const { draft_rev } = await lockJourney(trx, here.id, journeyId);
  const { reviewer, by = null, text } = asked;
  const values = {
    rev: draft_rev,
    state: 'asked' as const,
    asked_by: by,
    reviewer,
    asked_at: new Date(here.now),
    comments: JSON.stringify(text ? [comment(here, by, text)] : []),
  };
  await trx
    .insertInto('journey_review')
    .values({ workspace_id: here.id, journey_id: journeyId, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'journey_id']).doUpdateSet(values))
    .execute();
}

/** Adds a comment, and where one is given the answer: it is about the draft as it is now. */
export async function answerReview(trx: Trx, here: Here, journeyId: number, answer: AnswerReview): Promise<void> {
  const { draft_rev } = await lockJourney(trx, here.id, journeyId);
  const row = await find(trx, here, journeyId);
  if (!row) throw new AppError('conflict', 'Nobody is asked to look at this journey any more.');
  const { state, by = null, text } = answer;
  const comments = text ? [...row.comments, comment(here, by, text)] : row.comments;
  await trx
    .updateTable('journey_review')
    .set({ comments: JSON.stringify(comments), ...(state && { state, rev: draft_rev, reviewer: by ?? row.reviewer }) })
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .execute();
}

/**
 * Ends the review, as publishing the draft does. @returns who approved exactly this draft; null for nobody
 * @throws AppError `refused` where the workspace asks for an approval and there is none
 */
export async function settleReview(trx: Trx, here: Here, journeyId: number): Promise<string | null> {
  const { required, review } = await reviewOf(trx, here, journeyId);
  const approvedBy = review?.state === 'approved' && !review.outdated ? review.reviewer : null;
  if (required && approvedBy === null) throw new AppError('refused', WHY_NOT[whyNot(review)], { field: 'review' });
  await trx
    .deleteFrom('journey_review')
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .execute();
  return approvedBy;
}

const whyNot = (review: Review | null): keyof typeof WHY_NOT =>
  review === null ? 'none' : review.state === 'approved' ? 'outdated' : review.state;

const WHY_NOT = {
  none: 'This workspace publishes nothing that no colleague has approved: ask for a review.',
  asked: 'The review that was asked for has not been answered yet.',
  changes_wanted: 'The reviewer wants changes. Make them and ask for the review again.',
  outdated: 'The draft has changed since it was approved: ask for a review again.',
} as const;

const comment = (here: Here, by: string | null, text: string) => ({ at: new Date(here.now).toISOString(), by, text });

const find = (trx: Trx, here: Here, journeyId: number) =>
  trx
    .selectFrom('journey_review')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .executeTakeFirst();
