import type { MailboxTls, MailboxTrouble } from '@tabiji/shared/api/mailbox.ts';
import type { Generated, Selectable } from 'kysely';

/** A mailbox that is looked into for reports. All real time. */
export interface MailboxTable {
  workspace_id: number;
  host: string;
  port: number;
  tls: MailboxTls;
  username: string;
  /** The password, sealed. */
  secret: string;
  folder: string;
  /** Of the folder, when it was looked into last. */
  uid_validity: number | null;
  /** Up to here everything was read. */
  last_uid: Generated<number>;
  polled_at: Date | null;
  trouble: MailboxTrouble | null;
  trouble_detail: string | null;
  trouble_since: Date | null;
  taken: Generated<number>;
  passed: Generated<number>;
  broken: Generated<number>;
  last_taken_at: Date | null;
}

export type MailboxRow = Selectable<MailboxTable>;
