import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import { addressKind } from '@tabiji/shared/sending/address.ts';
import { earliest, type Hours, type Wait } from '@tabiji/shared/sending/earliest.ts';
import type { Refusal } from '@tabiji/shared/sending/reasons.ts';
import { stopsEverything, type SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
import type { TopicRule } from '@tabiji/shared/sending/topics.ts';
import { addDuration, type Millis } from '@tabiji/shared/time.ts';
import { promotion } from './promotion.ts';

/** What is true about a mail and its addressee at the moment of the check. */
export interface Check {
  /** The enrollment still rests at the visit that asked for this mail. */
  waiting: boolean;
  /** `unreleased`: it is live, and its mails wait until somebody has looked at the first of them. */
  journey: JourneyStatus | 'unreleased';
  merged: boolean;
  email: string | null;
  /** The customer's time zone, where it is known. */
  zone: string | null;
  /** What the customer said last to the mail's topic. */
  said: { subscribed: boolean; at: Millis } | null;
  /** When the customer refused all topics. */
  refusedAllAt: Millis | null;
  /** Why the address is not written to. */
  suppressed: SuppressionReason | null;
  /** All orders of the customer that count were made in malls. */
  mallOnly: boolean;
  /** A product that the mail recommends and the customer has bought lately. */
  boughtProduct: string | null;
  /** Until when the customer gets no promotions. */
  promotionsHeldUntil: Millis | null;
}

/** What is fixed about a mail, and the rules it is judged by. */
export interface Manners extends Hours {
  now: Millis;
  askedAt: Millis;
  /** Asked for so late after a pause that it is passed over. */
  stale: boolean;
  /** ISO 8601: how long it may wait for its turn. */
  maxAge?: string | undefined;
  /** Whether it goes to an address. */
  needsAddress: boolean;
  topic: TopicRule;
  /** Somebody has stopped all sending of the workspace. */
  stopped: boolean;
  /** Promotional mails of its sender have stopped by themselves. */
  senderPaused: boolean;
  /** A product that the mail recommends and that nobody is to be led to now. */
  pausedProduct: string | null;
}

/** Why a mail may go later; kept with the instant in the mail's `holds`. */
export type HoldReason =
  | Wait['because']
  | 'paused'
  | 'stopped'
  | 'sender_paused'
  | 'unreleased'
  | 'promotion_hold'
  | 'product_paused'
  | 'cap';

export type Verdict =
  | { send: true }
  | { refused: Refusal; detail?: string }
  /** `until` null: until the journey, its sender or all sending goes on, or somebody releases the mail. */
  | { held: HoldReason; until: Millis | null };

/** Whether a mail may be handed over now. Asked in the claiming transaction and again before the bytes leave. */
export function maySend(check: Check, manners: Manners): Verdict {
  if (!check.waiting) return { refused: 'left_journey' };
  if (check.journey === 'stopped' || check.journey === 'archived') return { refused: 'journey_stopped' };
  if (check.merged) return { refused: 'merged' };
  if (check.journey !== 'live' && check.journey !== 'unreleased') return { held: 'paused', until: null };
  if (manners.stopped) return { held: 'stopped', until: null };
  if (manners.stale) return { refused: 'overdue' };
  const { suppressed } = check;
  if (suppressed !== null && stopsEverything(suppressed)) return { refused: 'suppressed', detail: suppressed };
  const promoted = manners.topic.kind === 'marketing' ? promotion(check, manners) : undefined;
  if (promoted && 'refused' in promoted) return promoted;
  if (manners.needsAddress) {
    if (check.email === null || check.email.trim() === '') return { refused: 'no_address' };
    if (addressKind(check.email.trim()) === 'wrong') return { refused: 'bad_address' };
  }
  const timed = inTime(manners);
  const paused: Verdict | undefined =
    manners.senderPaused && manners.topic.kind === 'marketing' ? { held: 'sender_paused', until: null } : undefined;
  const held: Verdict | undefined =
    check.journey === 'unreleased' ? { held: 'unreleased', until: null } : (paused ?? promoted);
  return held && !('refused' in timed) ? held : timed;
}

function inTime({ now, askedAt, maxAge, ...hours }: Manners): Verdict {
  if (maxAge !== undefined && addDuration(askedAt, maxAge, hours.windowZone) <= now) return { refused: 'expired' };
  const open = earliest(now, hours);
  if (open === undefined) return { refused: 'never_open' };
  return open.because === null ? { send: true } : { held: open.because, until: open.at };
}
