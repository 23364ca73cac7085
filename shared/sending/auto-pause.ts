/** Why promotional mails of a sender stop by themselves. */
export const PAUSE_REASONS = ['bounces', 'complaints', 'policy', 'domain'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What became of a sender's mails, of those that went last. */
export interface SenderFigures {
  /** Mails that went. */
  mails: number;
  /** Of those that came back since the address is dead. */
  hard: number;
  /** That readers reported as unwanted. */
  complained: number;
  /** That came back since the sender is not believed (5.7.x). */
  policy: number;
  /** Of these, those whose SPF, DKIM or DMARC failed. */
  unproved: number;
}

export const NO_FIGURES: SenderFigures = { mails: 0, hard: 0, complained: 0, policy: 0, unproved: 0 };

/**
 * Half of what makes Amazon SES stop an account (10 % and 0.5 %), and below what Gmail asks for (0.3 % complaints):
 * whoever stops here is still believed elsewhere.
 */
const BOUNCES = 0.04;
const COMPLAINTS = 0.001;
const POLICY = 0.01;

/** So few mails say nothing about a sender. */
const LEAST_MAILS = 100;
/** One complaint is somebody's bad day, unless nobody complains of a thousand mails. */
const ENOUGH_MAILS = 1000;
const LEAST_COMPLAINTS = 3;
const LEAST_POLICY = 3;

/**
 * Whether a sender's promotional mails must stop, and why.
 * @param windows figures of the last mails and of the last days: one of them is enough
 */
export function mustPause(
  windows: readonly SenderFigures[],
): { because: PauseReason; figures: SenderFigures } | undefined {
  for (const figures of windows) {
    const because = reasonIn(figures);
    if (because) return { because, figures };
  }
  return undefined;
}

function reasonIn({ mails, hard, complained, policy, unproved }: SenderFigures): PauseReason | undefined {
  // A domain that does not prove itself does so with no mail: there is nothing to wait for.
  if (unproved > 0 || (policy >= LEAST_POLICY && policy >= mails * POLICY)) return 'policy';
  if (mails < LEAST_MAILS) return undefined;
  if (complained >= mails * COMPLAINTS && complained >= (mails >= ENOUGH_MAILS ? 1 : LEAST_COMPLAINTS))
    return 'complaints';
  return hard >= mails * BOUNCES ? 'bounces' : undefined;
}

/**
 * Status codes by which servers say that a domain's proof failed: RFC 7372 (5.7.20 to 5.7.26: DKIM, SPF, reverse DNS,
 * several checks) and Microsoft's 5.7.509 and 5.7.515 (DMARC, requirements for large senders).
 */
export const isUnproved = (code: string): boolean => /^5\.7\.(2[0-6]|509|515)\b/.test(code);
