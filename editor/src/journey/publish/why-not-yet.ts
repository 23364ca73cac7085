import { isLetterheadOnly, type ReviewStanding } from '@tabiji/shared/api/reviews.ts';

export type WhyNotYet =
  | 'errors'
  | 'loading'
  | 'name'
  | 'reviewNone'
  | 'reviewAsked'
  | 'reviewChanges'
  | 'reviewOutdated'
  | 'reviewLetterhead';

/** Why the button cannot be pressed, to be shown beside it; undefined when it can. */
export function whyNotYet(known: {
  errors: number;
  isLoading: boolean;
  standing: ReviewStanding | undefined;
  /** The journey's name is asked for, and is not typed. */
  isUnnamed?: boolean;
}): WhyNotYet | undefined {
  if (known.errors > 0) return 'errors';
  const { required = false, review = null } = known.standing ?? {};
  if (required) {
    if (review === null) return 'reviewNone';
    if (review.state === 'asked') return 'reviewAsked';
    if (review.state === 'changes_wanted') return 'reviewChanges';
    if (review.outdated) return isLetterheadOnly(review) ? 'reviewLetterhead' : 'reviewOutdated';
  }
  if (known.isLoading) return 'loading';
  return known.isUnnamed === true ? 'name' : undefined;
}
