import type { Brand, Utm } from '@tabiji/shared/api/mail-settings.ts';
import type { JSONColumnType } from 'kysely';

/** What all mails of a workspace share. */
export interface MailSettingTable {
  workspace_id: number;
  brand: JSONColumnType<Partial<Brand>, string | undefined>;
  utm: JSONColumnType<Utm> | null;
  testers: JSONColumnType<string[], string | undefined>;
}

/** A test that went to a colleague. */
export interface TestSendTable {
  workspace_id: number;
  id: number;
  template: string;
  recipient: string;
  shown_as: string;
  subject: string;
  provider: string;
  state: 'sent' | 'failed';
  because: string | null;
  /** Real time. */
  sent_at: Date;
}

/** A picture of mails. */
export interface ImageTable {
  workspace_id: number;
  id: string;
  name: string;
  alt: string;
  type: string;
  width: number;
  height: number;
  content: Buffer;
  /** Real time. */
  created_at: Date;
}
