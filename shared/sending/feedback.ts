/** What a mail can come to once it was handed over, from the weakest on: the strongest that was told is its state. */
export const FEEDBACK_STATES = ['sent', 'delivered', 'opened', 'clicked', 'bounced', 'complained'] as const;
export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** What is told as well and changes no state: programs open and follow links too. */
export const FEEDBACK_NOTES = ['delayed', 'failed', 'machine_opened', 'machine_clicked'] as const;
export type FeedbackKind = FeedbackState | (typeof FEEDBACK_NOTES)[number];

/** Their places are the bits of `feedback_state.facts`: more may follow, none may move. */
export const FEEDBACK_KINDS: readonly FeedbackKind[] = [...FEEDBACK_STATES, ...FEEDBACK_NOTES];

/**
 * Whose fault a bounce is: the address is dead (`hard`), it may work again (`soft`), or the sender is not believed
 * (`sender`: policy, signatures, reputation).
 */
export type BounceClass = 'hard' | 'soft' | 'sender';

/** All that was told of a mail: one bit for each kind. */
export type FeedbackFacts = number;

export const factOf = (kind: FeedbackKind): FeedbackFacts => 1 << FEEDBACK_KINDS.indexOf(kind);

/** Knows no order and no repetition, so that feedback may come as it likes. */
export const joinFacts = (one: FeedbackFacts, other: FeedbackFacts): FeedbackFacts => one | other;

/** Whether this was told of a mail. */
export const isTold = (facts: FeedbackFacts, kind: FeedbackKind): boolean => (facts & factOf(kind)) !== 0;

/** The strongest state that was told; `sent` for a mail of which nothing was heard. */
export const stateOf = (facts: FeedbackFacts): FeedbackState =>
  FEEDBACK_STATES.findLast((state) => isTold(facts, state)) ?? 'sent';
