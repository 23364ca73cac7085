import type { BounceClass, FeedbackFacts, FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import type { Generated } from 'kysely';

/** What was told of a mail after it was handed over. */
export interface FeedbackTable {
  workspace_id: number;
  id: Generated<number>;
  message_id: number;
  customer_id: number;
  /** Workspace time. */
  at: Date;
  /** Real time. */
  received_at: Date;
  kind: FeedbackKind;
  source: 'resend' | 'report' | 'smtp' | 'link';
  /** The same news has the same key. */
  key: string;
  class: BounceClass | null;
  /** By which a bounce was judged. */
  code: string | null;
  detail: string | null;
  /** Of a soft bounce: which address it is about, as suppressions keep it. */
  address_hash: Buffer | null;
}

/** All of it for one mail. */
export interface FeedbackStateTable {
  workspace_id: number;
  message_id: number;
  customer_id: number;
  facts: FeedbackFacts;
}

/** A call that proved whose it is. */
export interface HookCallTable {
  workspace_id: number;
  id: string;
  /** Real time. */
  received_at: Date;
  kind: string;
  /** It told something of a mail of ours. */
  taken: boolean;
  payload: string | null;
}

/** What a mail server answered while a mail was handed over, until it is taken in. */
export interface ReplyTable {
  workspace_id: number;
  message_id: number;
  customer_id: number;
  kind: 'bounced' | 'delayed';
  class: BounceClass | null;
  code: string | null;
  detail: string;
  /** To which the mail was going. */
  address: string;
  /** Real time. */
  at: Date;
}
