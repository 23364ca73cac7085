import { MOST_REHEARSED, type RehearsalLine, type RehearsalMail } from '@tabiji/shared/api/rehearsals.ts';

/** What is being sent, or was. */
export interface Sending {
  to: readonly string[];
  /** Positions in the plan. */
  mails: readonly number[];
  lines: readonly RehearsalLine[];
}

/** How it goes with one mail, over all addresses. */
export type MailProgress =
  | { state: 'none' }
  | { state: 'queued' | 'sent' }
  /** `reasons`: each once. */
  | { state: 'failed'; reasons: readonly string[] };

/** What became of the mail at a position so far. */
export function progressOf(sending: Sending | null, mail: number): MailProgress {
  if (!sending?.mails.includes(mail)) return { state: 'none' };
  const own = sending.lines.filter((line) => line.mail === mail);
  const failed = own.filter(({ state }) => state === 'failed');
  if (failed.length > 0) return { state: 'failed', reasons: [...new Set(failed.map(({ because }) => because ?? ''))] };
  return { state: own.length < sending.to.length ? 'queued' : 'sent' };
}

/** The mails that can be sent, by position. */
export const sendable = (mails: readonly RehearsalMail[]): number[] =>
  mails.flatMap(({ standing }, i) => (standing === 'goes' ? [i] : []));

/** How many mails would go, and whether that is more than go at once. */
export function loadOf(mails: number, addresses: number): { count: number; isTooMany: boolean } {
  const count = mails * addresses;
  return { count, isTooMany: count > MOST_REHEARSED };
}
