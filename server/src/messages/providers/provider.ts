import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Config } from '../../config.ts';
import type { DkimKey } from '../../dkim-key.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { Body } from '../../templates/body.ts';
import type { Round } from '../due.ts';

/** A mail for one customer, ready to go. */
export interface Mail {
  /** Stable for ever and the same at every attempt: the idempotency key. */
  key: string;
  /** How a service calls the mail when it tells later what became of it; absent where nobody asks, as of tests. */
  tag?: string;
  from: { name: string; address: string };
  /** Signs it, where the provider does not: of the From domain. */
  dkim?: DkimKey;
  /** Where answers go; absent: to `from`. */
  replyTo?: string;
  /** Where servers report that it could not be delivered; absent: to `from`. */
  returnPath?: string;
  /** One checked address. */
  to: string;
  subject: string;
  html: Body;
  text: string;
  /** ASCII, one line each. Holds the Message-ID. */
  headers: Readonly<Record<string, string>>;
}

/** How an attempt ended. */
export type Handed =
  /** The service has taken it over. */
  | { kind: 'accepted'; providerId: string | null }
  /** Never going to be accepted as it is; with the answer of the mail server that it was offered to, if that said no. */
  | { kind: 'refused'; because: string; answer?: string }
  /**
   * Certainly not accepted now; `afterMs` when the service named a time, `everybody` when it concerns all mails, `busy`
   * when the service is well and has been asked too often, `alone` when a request was refused that the mail shared,
   * `sender` when it may be its From address alone that is not let through, and without `everybody` certainly is;
   * `answer` as for `refused`.
   */
  | {
      kind: 'later';
      because: string;
      afterMs?: number;
      everybody?: boolean;
      busy?: boolean;
      alone?: boolean;
      answer?: string;
      sender?: boolean;
    }
  /** May have been accepted; `final` when asking again with the same key can tell no more. */
  | { kind: 'unknown'; because: string; final?: boolean }
  /** `mayLeave` said no, and nothing was sent. */
  | { kind: 'withdrawn' };

export interface Attempt {
  /** Ends the attempt after 30 seconds at the latest; the provider destroys its socket then. */
  signal: AbortSignal;
  /**
   * To be awaited directly before the mail's first bytes leave (connected and logged in already): looks again whether
   * the mail may go, unless that was done within the last two seconds. After `true`, send without any further await.
   */
  mayLeave: () => Promise<boolean>;
  /** Whether that look is still at most two seconds old: for whoever can ask once more between connecting and writing. */
  isFresh: () => boolean;
}

/**
 * A service that carries mails out of the house. To add one, write one file with an `OutsideProvider` and name it in
 * registry.ts (and in the schema `Provider` of shared/api/workspace.ts).
 *
 * - `hand` never throws for what a service may do: every answer, broken connection or deadline is a `Handed`.
 *   When it cannot be known whether the mail was accepted, it says `unknown`; it never tries again by itself.
 * - It must be safe to call `hand` for several mails at once, up to `concurrency`.
 */
export interface OutsideProvider {
  where: 'outside';
  /** The service answers the same key with the first acceptance, for 24 hours: an unknown outcome may be tried again. */
  sameKeyIsSafe: boolean;
  /** Mails are signed by us before they leave. */
  signs?: true;
  /** Mails under way at once per sender. */
  concurrency: number;
  /** Ready to hand over the mails of one round, or the setting that is missing, as a sentence. */
  open(config: Config): Connection | { missing: string };
}

export interface Connection {
  hand(mail: Mail, attempt: Attempt): Promise<Handed>;
  /** Absent where every mail goes in a request of its own. */
  together?: Together;
  close(): void;
}

/** A service that takes several mails in one request, which has one key. */
export interface Together {
  /** The most mails of one request; 1: no new ones are made, those under way are still asked for again. */
  most: number;
  /**
   * Asks for all of the mails, or fewer than at an earlier attempt under this key; never for others.
   * @param attempt.isFresh of all of them; `mayLeave` has been asked
   * @returns what became of each, in order
   */
  hand(key: string, mails: readonly Mail[], attempt: Attempt): Promise<Handed[]>;
}

/** Keeps mails in our own database: handing over and recording are one transaction. */
export interface InsideProvider {
  where: 'inside';
  /** Takes up to `limit` due mails, keeps them and records them. */
  keep(store: Store, here: Here, limit: number, config: Config): Promise<Round>;
}

export type AnyProvider = OutsideProvider | InsideProvider;

/** Who carries the mails, by the name that a workspace chooses. */
export type Providers = Readonly<Record<Provider, AnyProvider>>;
