import type { Json } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Again } from '../../messages/again.sql.ts';
import type { ClaimMails } from '../../messages/claim.sql.ts';
import type { Due } from '../../messages/due-mail.sql.ts';
import type { Finished } from '../../messages/due.ts';
import type { Gone } from '../../messages/finish.sql.ts';
import type { Hold } from '../../messages/hold.sql.ts';
import type { Place, Rivals } from '../../messages/ledger.sql.ts';
import type { NewLetter } from '../../messages/letters.sql.ts';
import type { Check } from '../../messages/may-send.ts';
import type { Reply } from '../../messages/reply.ts';
import type { Pin } from '../../messages/pins.sql.ts';
import type { Shared } from '../../messages/together.sql.ts';
import type { SenderBook } from '../../senders/sender-book.ts';
import type { KeyRow } from '../../domains/keys.sql.ts';
import type { Asking } from '../../questions/links.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';
import type { Click } from '../count-mails.sql.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Bucket } from '@tabiji/shared/sending/bucket.ts';
import type { Gate } from '../../messages/pace/gate.ts';
import type { KeptBucket } from '../../messages/pace/in-pace.ts';
import type { Line } from '../../messages/pace/line.ts';
import type { Trouble } from '../../messages/pace/trouble.ts';
import type { Asked } from '../outbox.sql.ts';

/** Letters that passes ask for. */
export interface Letters {
  /** Puts letters into the outbox, in the transaction that moves their enrollments. */
  ask(asked: readonly Asked[]): Promise<void>;
  /** The earliest instant at which a held letter may go; null when none is held. */
  nextHeldAt(): Promise<Millis | null>;
  /** Takes back letters that have not been handed over, because their enrollments ended. */
  cancel(gone: { enrollments: readonly number[]; now: Millis; realNow: Millis; because: string }): Promise<void>;
  /** Counts passages that have met their goal once for each node that has sent them a mail. */
  countGoals(enrollments: readonly number[]): Promise<void>;
  /** Counts the first click in a mail; `arrival` is the click's own number. */
  countClicks(clicks: readonly Click[]): Promise<void>;
}

/** The way of a letter from the outbox to the archive. */
export interface Sending {
  /** Puts held mails whose instant has come among those that are due. */
  release(limit: number): Promise<void>;
  /** Locks due mails and their enrollments until the transaction ends. */
  lockDue(limit: number): Promise<Due[]>;
  /** Leases due mails, also those whose earlier lease ran out; `mark` counts it as an attempt that may be accepted. */
  claimDue(want: ClaimMails): Promise<Due[]>;
  /** Looks what keeps mails back that a provider carries, besides themselves. */
  gate(provider: Provider): Promise<Gate>;
  /** Keeps what is known of a provider, unless somebody has learnt more since `before`; says whether it was kept. */
  changeTrouble(provider: Provider, before: Trouble | null, after: Trouble | null): Promise<boolean>;
  /** Keeps which senders' mails a service does not take, with why, and forgets those whose it takes again. */
  changeSenderTrouble(failed: ReadonlyMap<string, string>, well: readonly string[]): Promise<void>;
  /** Locks how much of some limits is used up, until the transaction ends. */
  lockBuckets(lines: readonly Line[]): Promise<Map<Line, Bucket>>;
  /** Keeps how much of some limits is used up. */
  writeBuckets(rows: readonly KeptBucket[]): Promise<void>;
  /** Leases all mails of one request that may have been accepted, once all of them are due. */
  claimShared(mark: boolean): Promise<Shared | undefined>;
  /** Keeps what a retry must repeat. */
  pin(rows: readonly Pin[]): Promise<void>;
  /** Looks at leased mails again and renews their lease; one that is missing was taken over. */
  recheck(rows: readonly { id: number; fence: number }[], mark: boolean): Promise<Map<number, Check>>;
  /** Moves mails to the archive and counts them; results of an older claim change nothing. */
  archive(results: readonly Finished[]): Promise<Gone[]>;
  /** Archives up to `limit` due mails of a scratch workspace without writing them. */
  archiveUnwritten(limit: number): Promise<Gone[]>;
  /** Gives mails back for a later attempt. */
  putBack(rows: readonly Again[]): Promise<void>;
  /** Holds mails back until an instant, or until their journey goes on. */
  hold(rows: readonly Hold[]): Promise<void>;
  /** Keeps answers of mail servers about mails until they are taken in. */
  keepReplies(replies: readonly Reply[]): Promise<void>;
  /** Locks what counts under the cap for customers, until the transaction ends: local dates, one entry a letter. */
  lockLedgers(customers: readonly number[]): Promise<Map<number, Day[]>>;
  /** Writes what counts, and which mails have taken a place. */
  writeLedgers(ledgers: readonly { customer: number; days: readonly Day[] }[], places: readonly Place[]): Promise<void>;
  /** What is due for customers besides what is being judged. */
  findRivals(customers: readonly number[]): Promise<Rivals>;
  /** In whose names mails go. */
  senders(): Promise<SenderBook>;
  /** What signs mails, sealed. */
  signingKeys(): Promise<Pick<KeyRow, 'domain' | 'selector' | 'secret'>[]>;
  /** What links to answers are made from; undefined while nothing is asked. */
  asking(): Promise<Asking | undefined>;
  /** Compiled templates by version id. */
  templates(ids: readonly number[]): Promise<Map<number, CompiledTemplate>>;
  /** What each of these customers bought last. */
  lastItems(customers: readonly number[]): Promise<Map<number, Json[]>>;
  /** What was bought by the orders that these enrollments follow. */
  followedItems(enrollments: readonly number[]): Promise<Map<number, Json[]>>;
  /** Puts letters into the mailbox. @throws when a key is there already */
  keep(letters: readonly NewLetter[]): Promise<void>;
}
