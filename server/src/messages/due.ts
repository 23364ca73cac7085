import type { Millis } from '@tabiji/shared/time.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Tracking } from '../feedback/links/track.ts';
import type { Refusal } from '@tabiji/shared/sending/reasons.ts';
import type { MailValues } from '../templates/values.ts';

/** How long a claim holds. Its sender renews it every second: one that is dead is noticed soon. */
export const CLAIM_MS = 3000;

/** An attempt is broken off after this time. */
export const DEADLINE_MS = 30_000;

/** What identifies a mail wherever it is counted or kept. */
export interface DueRow {
  id: number;
  /** Raised by each claim: results of an older claim change nothing. */
  fence: number;
  customerId: number;
  enrollmentId: number;
  visit: number;
  journeyId: number;
  version: number;
  node: string;
  template: string;
  templateVersion: number | null;
  /** Stable for ever. */
  key: string;
  /** Workspace time of the pass that asked. */
  askedAt: Millis;
  priority: number;
  topic: string | null;
  /** Key of its sender; null: the default one. */
  sender: string | null;
  /** Asked for so late after a pause that it is passed over. */
  stale: boolean;
  /** The local date on which it took a place under the cap. */
  counted: Day | null;
}

/** All that a mail is made from. Fixed at the first attempt, so that a retry repeats it to the byte. */
export interface Pinned {
  /** Key of the sender; absent in what was pinned before there were several. */
  sender?: string;
  from: { name: string; address: string };
  to: string;
  /** Where answers go; absent: to the address it comes from. */
  replyTo?: string;
  /** How the reader's mail program stops the topic; absent where it cannot be refused. */
  listUnsubscribe?: string;
  /** Where it is reported that it could not be delivered, and how reports name it; absent: to the sender. */
  returns?: { address: string; token: string };
  /** How it tells of clicks and opens; absent where the workspace measures neither. */
  tracking?: Tracking;
  values: MailValues;
}

/** What became of a mail, for good. */
export interface Finished {
  id: number;
  fence: number;
  enrollmentId: number;
  state: 'sent' | 'skipped' | 'cancelled' | 'failed' | 'unknown';
  subject: string | null;
  providerId: string | null;
  /** A code, with detail after a colon where there is any. */
  because: string | null;
}

export const finished = (
  row: Pick<DueRow, 'id' | 'fence' | 'enrollmentId'>,
  state: Finished['state'],
  more: Partial<Pick<Finished, 'subject' | 'providerId' | 'because'>> = {},
): Finished => ({
  id: row.id,
  fence: row.fence,
  enrollmentId: row.enrollmentId,
  state,
  subject: more.subject ?? null,
  providerId: more.providerId ?? null,
  because: more.because ?? null,
});

/**
 * A refusal's place in the archive: who has left was not skipped, the mail was called off. One that may have been
 * accepted in an earlier attempt is neither.
 */
export const refused = (
  row: Pick<DueRow, 'id' | 'fence' | 'enrollmentId'> & { firstAttemptAt: Date | null },
  { refused: code, detail }: { refused: Refusal; detail?: string },
): Finished => {
  const calledOff = code === 'left_journey' || code === 'journey_stopped' ? 'cancelled' : 'skipped';
  return finished(row, row.firstAttemptAt === null ? calledOff : 'unknown', {
    because: detail === undefined ? code : `${code}: ${detail}`,
  });
};

/** What one round did. */
export interface Round {
  /** Mails that need no further attempt. */
  handed: number;
  /** As many were found as were asked for: there may be more. */
  more: boolean;
}
