import type { Generated, JSONColumnType } from 'kysely';

/** Since when a letter was held, why, and until when (null: until its journey went on). */
export type Hold = [since: string, why: string, until: string | null];

export interface TemplateTable {
  workspace_id: number;
  key: string;
  name: string;
  subject: string;
  mjml: string;
  updated_at: Date;
  /** Key of the sender; null: the default one. */
  sender: string | null;
  /** Null: the workspace's. */
  language: string | null;
}

/** A template in another language than its main one. */
export interface TemplateVariantTable {
  workspace_id: number;
  key: string;
  language: string;
  subject: string;
  mjml: string;
}

export interface SavedBlockTable {
  workspace_id: number;
  id: Generated<number>;
  name: string;
  mjml: string;
  updated_at: Date;
}

export interface TemplateVersionTable {
  workspace_id: number;
  id: Generated<number>;
  key: string;
  subject: string;
  html: string;
  hash: Buffer;
  created_at: Date;
  language: string | null;
}

export interface TemplateVersionVariantTable {
  workspace_id: number;
  version: number;
  language: string;
  subject: string;
  html: string;
  hash: Buffer;
}

export interface OutboxTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  enrollment_id: number;
  journey_id: number;
  version: number;
  visit: number;
  attempts: Generated<number>;
  fence: Generated<number>;
  /** Workspace time of the pass that asked. */
  asked_at: Date;
  /** Real time, as are the lease and the first attempt. */
  retry_at: Generated<Date>;
  lease_until: Date | null;
  first_attempt_at: Date | null;
  status: Generated<'queued' | 'sending' | 'unknown' | 'held'>;
  /** Workspace time; infinity: until its journey, its sender or all sending goes on, or somebody releases it. */
  hold_until: Date | null;
  counted: number | null;
  priority: Generated<number>;
  topic: string | null;
  /** Key; null: the default one when it goes. */
  sender: string | null;
  stale: Generated<boolean>;
  holds: JSONColumnType<Hold[]> | null;
  node: string;
  template: string;
  template_version: number | null;
  key: string;
  /** Of a mail whose batch does not have it. */
  pinned: JSONColumnType<object> | null;
  /** The row of outbox_batch that says what a retry must repeat. */
  batch: number | null;
  /** It goes in a request of its own: one with others was refused. */
  alone: Generated<boolean>;
  error: string | null;
  /** Where it waits for its family's turn, and in which order. */
  line: string | null;
  line_rank: number | null;
}

export interface OutboxBatchTable {
  workspace_id: number;
  id: number;
  /** Real time. */
  made_at: Date;
  /** Mails that have not left the outbox. */
  mails: number;
  /** JSON of messages/packed.ts. */
  pinned: string;
  /** Of the request that asked for `members`; null: each mail has its own. */
  key: string | null;
  members: number[] | null;
  /** Real time: when to see whether all of it is to be asked for again. */
  retry_at: Date | null;
}

export type MessageState = 'sent' | 'skipped' | 'cancelled' | 'failed' | 'unknown';

export interface MessageTable {
  workspace_id: number;
  id: number;
  customer_id: number;
  enrollment_id: number;
  journey_id: number;
  version: number;
  at: Date;
  received_at: Date;
  state: MessageState;
  node: string;
  template: string;
  template_version: number | null;
  key: string;
  provider: string;
  subject: string | null;
  provider_id: string | null;
  because: string | null;
  asked_at: Date | null;
  /** Key; null: from before there were several. */
  sender: string | null;
  holds: JSONColumnType<Hold[]> | null;
}

/** The letters that count under the cap: local dates as days since 1970-01-01. */
export interface LedgerTable {
  workspace_id: number;
  customer_id: number;
  days: number[];
}

export interface LetterTable {
  workspace_id: number;
  id: number;
  customer_id: number | null;
  journey_id: number | null;
  at: Date;
  key: string;
  template: string;
  recipient: string;
  sender: string;
  subject: string;
  html: string;
  plain: string;
  headers: JSONColumnType<Record<string, string>>;
}

/** What customers are asked by links in mails. */
export interface QuestionTable {
  workspace_id: number;
  updated_at: Date;
  name: string;
  text: string;
  answers: JSONColumnType<{ value: string; label: string }[]>;
}
