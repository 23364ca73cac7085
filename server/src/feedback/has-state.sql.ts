import { type RawBuilder, sql } from 'kysely';
import { FEEDBACK_STATES, factOf, type FeedbackState } from '@tabiji/shared/sending/feedback.ts';

const STATES = FEEDBACK_STATES.reduce((all, state) => all | factOf(state), 0);

/** Whether this is the strongest that was told of a mail, as `stateOf` says; nothing is told yet where facts are null. */
export function hasState(facts: RawBuilder<unknown>, state: FeedbackState): RawBuilder<boolean> {
  const bit = factOf(state);
  const known = sql`(coalesce(${facts}, 0) & ${STATES}::int)`;
  return state === 'sent'
    ? sql<boolean>`${known} < ${bit * 2}`
    : sql<boolean>`${known} between ${bit}::int and ${bit * 2 - 1}::int`;
}
