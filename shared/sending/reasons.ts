/** Why a mail may never go; kept as its `because`, with detail after a colon where there is any. */
export const REFUSALS = [
  'left_journey',
  'journey_stopped',
  'merged',
  'overdue',
  'expired',
  'unsubscribed',
  'no_consent',
  'suppressed',
  'mall_only',
  'bought_product',
  'no_address',
  'bad_address',
  'never_open',
  'withdrawn',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Why a mail that might have gone was not handed over, or perhaps was; kept as its `because` as well. */
export const FAILURES = [
  'refused',
  'gave_up',
  'render_failed',
  'template_missing',
  'header_injection',
  'outcome_unknown',
] as const;

/** Why a mail was taken back before it went. */
export const TAKEN_BACK = ['ended'] as const;

/** Every code that stands in front of a mail's `because`. */
export const MAIL_REASONS = [...REFUSALS, ...FAILURES, ...TAKEN_BACK] as const;
export type MailReason = (typeof MAIL_REASONS)[number];
