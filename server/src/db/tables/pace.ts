import type { Generated, JSONColumnType } from 'kysely';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { PauseReason, SenderFigures } from '@tabiji/shared/sending/auto-pause.ts';

/** How much of a limit is used up. */
export interface SendBucketTable {
  workspace_id: number;
  /** `sender family`, or `sender *`. */
  line: string;
  /** Real time in milliseconds: when it will be full again. */
  full_at: number;
  /** Where the workspace is. */
  day: number;
  /** Mails of that day. */
  sent: number;
  /** Real time: there is room again. */
  opens_at: Date;
}

/** A service that asked to wait, or cannot be reached. All real time. */
export interface ProviderTroubleTable {
  workspace_id: number;
  provider: Provider;
  since: Date;
  waits_until: Date;
  /** Since then it is tried with one mail only. */
  opened_at: Date | null;
  tries: number;
  because: string;
}

/** What became of a sender's mails, by the real time at which they went. */
export interface SenderTallyTable {
  workspace_id: number;
  id: Generated<number>;
  sender: string;
  at: Date;
  sent: Generated<number>;
  hard: Generated<number>;
  complained: Generated<number>;
  policy: Generated<number>;
  unproved: Generated<number>;
}

/** Promotional mails of a sender that stopped by themselves. Real time. */
export interface SenderPauseTable {
  workspace_id: number;
  id: Generated<number>;
  sender: string;
  paused_at: Date;
  because: PauseReason;
  /** Where it is because of a domain. */
  domain: string | null;
  figures: JSONColumnType<SenderFigures>;
  released_at: Date | null;
  released_by: string | null;
  note: string | null;
}

/** Senders whose mails a service does not take. Real time. */
export interface SenderTroubleTable {
  workspace_id: number;
  sender: string;
  since: Date;
  /** Its mails are offered again after that. */
  waits_until: Date;
  tries: number;
  because: string;
  /** Real time: somebody has changed the sender since, and nothing was tried yet. */
  changed_at: Date | null;
}
