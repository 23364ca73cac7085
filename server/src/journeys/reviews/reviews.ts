import {
  type AnswerReview,
  type AskReview,
  isLetterheadOnly,
  type Review,
  type ReviewStanding,
  type WhyUnapproved,
} from '@tabiji/shared/api/reviews.ts';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { getJourney, type JourneyRecord, lockJourney } from '../journeys.sql.ts';
import { changesInWords } from '../versions/changes-in-words.ts';
import { addApproval, type ApprovalRow, openApprovals, rulesOf, somebody } from './approvals.sql.ts';
import { isOutdated, letterheadChanged, mailsChanged, reviewed, type Reviewed } from './content.ts';
import { isOwn } from './own.ts';

/** Where a journey's review stands, for somebody who looks at it. */
export async function reviewOf(
  trx: Trx,
  here: Here,
  journeyId: number,
  person: Person | null = null,
): Promise<ReviewStanding> {
  const journey = await getJourney(trx, here.id, journeyId);
  const { required } = await rulesOf(trx, here);
  const rows = await openApprovals(trx, here, journeyId);
  if (!rows.some(({ did }) => did === 'asked')) return { required, review: null };
  const now = await reviewed(trx, here, journey.draft);
  return { required, review: await standing(trx, here, { rows, now, journey, person }) };
}

/** Asks a colleague to look at the draft as it is now. */
export async function askReview(
  trx: Trx,
  here: Here,
  journeyId: number,
  { reviewer, by, text }: AskReview,
  person: Person | null = null,
): Promise<void> {
  const about = await lockReviewed(trx, here, journeyId);
  await addApproval(trx, here, about, { did: 'asked', by: somebody(person, by), reviewer, text });
}

/**
 * Adds a comment, and where one is given the answer: it is about the draft as it is now.
 * @throws AppError `conflict` where nobody is asked; `refused` for an approval of one's own work
 */
export async function answerReview(
  trx: Trx,
  here: Here,
  journeyId: number,
  { state, by, text }: AnswerReview,
  person: Person | null = null,
): Promise<void> {
  const about = await lockReviewed(trx, here, journeyId);
  const rows = await openApprovals(trx, here, journeyId);
  const asked = rows.findLast(({ did }) => did === 'asked');
  if (!asked) throw new AppError('conflict', 'Nobody is asked to look at this journey any more.');
  const who = somebody(person, by);
  const { alone } = await rulesOf(trx, here);
  if (state === 'approved' && !alone && isOwn(who, asked, about.journey.draft_by))
    throw new AppError('refused', OWN, { field: 'review', details: { because: 'own' } });
  await addApproval(trx, here, about, { did: state ?? 'said', by: who, text });
}

const OWN =
  'Nobody approves what they drew or asked about themselves: a colleague must. Who works alone can allow it in the settings.';

/**
 * Ends the review, as publishing the draft does. @returns who approved exactly this draft; null for nobody
 * @throws AppError `refused` where the workspace asks for an approval and there is none; `details.because` says why
 */
export async function settleReview(
  trx: Trx,
  here: Here,
  journey: JourneyRecord,
  { version, by }: { version: number; by?: string | undefined },
): Promise<string | null> {
  const { required } = await rulesOf(trx, here);
  const rows = await openApprovals(trx, here, journey.id);
  if (rows.length === 0 && !required) return null;
  const now = await reviewed(trx, here, journey.draft);
  const review = rows.some(({ did }) => did === 'asked')
    ? await standing(trx, here, { rows, now, journey, person: null })
    : null;
  const approvedBy = review?.state === 'approved' && !review.outdated ? review.reviewer : null;
  if (required && approvedBy === null) {
    const because = whyNot(review);
    throw new AppError('refused', WHY_NOT[because], { field: 'review', details: { because } });
  }
  const about = { journeyId: journey.id, rev: journey.draft_rev, reviewed: now };
  if (rows.length > 0) await addApproval(trx, here, about, { did: 'published', by: somebody(null, by), version });
  return approvedBy;
}

interface Known {
  rows: readonly ApprovalRow[];
  now: Reviewed;
  journey: JourneyRecord;
  person: Person | null;
}

async function standing(trx: Trx, here: Here, { rows, now, journey, person }: Known): Promise<Review> {
  const asked = rows.findLast(({ did }) => did === 'asked')!;
  const last = rows.findLast(({ did, id }) => id >= asked.id && did !== 'said')!;
  const outdated = isOutdated(last, now);
  const { alone } = await rulesOf(trx, here);
  return {
    state: last.did === 'published' ? 'asked' : (last.did as Review['state']),
    rev: last.rev,
    outdated,
    since:
      outdated && last.content
        ? {
            changes: await changesInWords(trx, here, last.content.graph, now.content.graph),
            mails: mailsChanged(last.content, now),
            letterhead: letterheadChanged(last.content, now),
          }
        : null,
    own: !alone && isOwn(somebody(person), asked, journey.draft_by),
    askedBy: asked.by_name,
    reviewer: (last === asked ? null : last.by_name) ?? asked.reviewer ?? '',
    askedAt: asked.at.toISOString(),
    comments: rows.flatMap(({ text, at, by_name: by }) => (text === null ? [] : [{ at: at.toISOString(), by, text }])),
  };
}

async function lockReviewed(trx: Trx, here: Here, journeyId: number) {
  const journey = await lockJourney(trx, here.id, journeyId);
  return { journey, journeyId, rev: journey.draft_rev, reviewed: await reviewed(trx, here, journey.draft) };
}

function whyNot(review: Review | null): WhyUnapproved {
  if (review === null) return 'none';
  if (review.state !== 'approved') return review.state;
  return isLetterheadOnly(review) ? 'letterhead' : 'outdated';
}

const WHY_NOT: Readonly<Record<WhyUnapproved, string>> = {
  none: 'This workspace publishes nothing that no colleague has approved: ask for a review.',
  asked: 'The review that was asked for has not been answered yet.',
  changes_wanted: 'The reviewer wants changes. Make them and ask for the review again.',
  outdated: 'The draft has changed since it was approved: ask for a review again.',
  letterhead:
    'What the mails show of the shop (brand, identity or sender) has changed since the approval: ask for a review again.',
};
