import type { Again } from './again.sql.ts';
import type { Claimed } from './claim-batch.ts';
import { type Finished, finished, refused } from './due.ts';
import type { Stop } from './freshness.ts';
import type { Hold } from './hold.sql.ts';
import { holdOf } from './judge.ts';
import type { Handed } from './providers/provider.ts';
import { bouncedBy, delayedBy, type Reply } from './reply.ts';

const MAX_WAIT_MS = 15 * 60_000;
export const SENDER_WAIT_MS = 5 * 60_000;
/** With the waits between them, a day of trying. */
const MAX_ATTEMPTS = 100;

interface Around {
  subject: string;
  stop: Stop | undefined;
  random: () => number;
}

export type Settled =
  | { finished: Finished; reply?: Reply | undefined }
  | { again: Again; reply?: Reply | undefined }
  | { held: Hold }
  | 'dropped';

/** What an attempt's end means for the mail. */
export function settle(claimed: Claimed, handed: Handed, { subject, stop, random }: Around): Settled {
  const { due, mayRepeat } = claimed;
  switch (handed.kind) {
    case 'accepted':
      return { finished: finished(due, 'sent', { subject, providerId: handed.providerId }) };
    case 'withdrawn':
      if (stop === undefined || stop === 'taken_over') return 'dropped';
      return 'refused' in stop ? { finished: refused(due, stop) } : { held: holdOf(due, stop, true) };
    case 'refused':
      if (handed.answer !== undefined) return bounced(claimed, handed.answer, subject);
      return { finished: finished(due, 'failed', { subject, because: `refused: ${handed.because}` }) };
    case 'unknown':
      if (!mayRepeat || handed.final)
        return { finished: finished(due, 'unknown', { subject, because: `outcome_unknown: ${handed.because}` }) };
      return { again: later(due, handed.because, { uncertain: true, random }) };
    case 'later': {
      if (handed.alone) return { again: { ...untried({ due }, handed.because), uncertain: false, alone: true } };
      if (handed.sender && !handed.everybody) return { again: waitsForSender({ due }, handed.because) };
      // Others go before it next time, in case the service minds this one after all.
      if (handed.everybody) return { again: { ...untried({ due }, handed.because), keepsPlace: false } };
      if (due.attempts >= MAX_ATTEMPTS) {
        if (handed.answer !== undefined) return bounced(claimed, handed.answer, subject);
        return {
          finished: finished(due, due.firstAttemptAt === null ? 'failed' : 'unknown', {
            subject,
            because: `gave_up: ${handed.because}`,
          }),
        };
      }
      return {
        again: later(due, handed.because, { uncertain: due.firstAttemptAt !== null, afterMs: handed.afterMs, random }),
        reply: handed.answer === undefined ? undefined : delayedBy(claimed, handed.answer),
      };
    }
  }
}

/**
 * It left the house and came back at once: with a server in between, which reports by mail, it would be the same.
 * So it counts as sent, as the sender's rates and the reports need it.
 */
const bounced = (claimed: Claimed, answer: string, subject: string): Settled => ({
  finished: finished(claimed.due, 'sent', { subject }),
  reply: bouncedBy(claimed, answer),
});

/** It was nothing about this mail: it keeps its place in line, and no attempt is counted. */
export const untried = ({ due }: Pick<Claimed, 'due'>, because: string): Again => ({
  id: due.id,
  fence: due.fence,
  because,
  afterMs: 0,
  uncertain: due.firstAttemptAt !== null,
  untried: true,
  keepsPlace: true,
});

/** Key of a mail's sender; empty: the default one's, where it was pinned long ago. */
export const senderOf = ({ due, pinned }: Claimed): string => pinned.sender ?? due.sender ?? '';

/** Its sender's mails are not taken at present: whoever looks after the domain needs minutes at least. */
export const waitsForSender = (one: Pick<Claimed, 'due'>, because: string): Again => ({
  ...untried(one, because),
  keepsPlace: false,
  afterMs: SENDER_WAIT_MS,
});

/** Doubling waits with a spread, so that what failed together does not come back together. */
export const backoffMs = (attempts: number, random: () => number): number =>
  Math.min(MAX_WAIT_MS, 1000 * 2 ** Math.min(attempts - 1, 20)) * (0.75 + random() / 2);

const later = (
  { id, fence, attempts }: Claimed['due'],
  because: string,
  { uncertain, afterMs, random }: { uncertain: boolean; afterMs?: number | undefined; random: () => number },
): Again => ({
  id,
  fence,
  because,
  uncertain,
  untried: false,
  afterMs: Math.max(afterMs ?? 0, backoffMs(attempts, random)),
});
