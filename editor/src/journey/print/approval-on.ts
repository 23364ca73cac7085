import type { Approval, ReviewStanding } from '@tabiji/shared/api/reviews.ts';

/** Who approved what is printed, and when; `none`: nobody has, although somebody was asked or must be. */
export type PaperApproval = { kind: 'approved'; by: string | null; at: string; hash: string } | { kind: 'none' };

interface Printed {
  /** The published version that is printed; null: a draft. */
  version: number | null;
  approvals: readonly Approval[];
  standing: ReviewStanding;
}

/** What a sheet says of approval; undefined where nobody was asked and nobody needs to be. */
export function approvalOn({ version, approvals, standing: { required, review } }: Printed): PaperApproval | undefined {
  const about = approvals.filter((one) => one.version === version);
  const answer = about.findLast(({ did }) => did === 'approved' || did === 'changes_wanted');
  const published = about.findLast(({ did }) => did === 'published');
  const isApproved =
    version === null
      ? review?.state === 'approved' && !review.outdated
      : answer?.did === 'approved' && answer.hash === published?.hash;
  if (answer && isApproved) return { kind: 'approved', by: answer.by, at: answer.at, hash: answer.hash };
  const isAsked = version === null ? review !== null : about.some(({ did }) => did === 'asked');
  return isAsked || required ? { kind: 'none' } : undefined;
}
