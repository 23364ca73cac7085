import type { ReportSettings } from '@tabiji/shared/api/reports.ts';
import type { Generated, JSONColumnType } from 'kysely';
import type { Provider, WorkspaceKind } from '@tabiji/shared/api/workspace.ts';
import type { CpmSettings } from '@tabiji/shared/cpm/settings.ts';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import type { Offers } from '@tabiji/shared/sending/offer.ts';
import type { Paces } from '@tabiji/shared/sending/pace.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import type { TopicSetting } from '@tabiji/shared/sending/topics.ts';
import type { Locale } from '@tabiji/shared/locale.ts';

export interface WorkspaceTable {
  id: Generated<number>;
  name: string;
  kind: WorkspaceKind;
  time_zone: Generated<string>;
  locale: Generated<Locale>;
  provider: Generated<Provider>;
  /** Key of the sender that writes where none is named; its name and address are repeated here. */
  default_sender: Generated<string>;
  sender_name: string;
  sender_address: string;
  clock_offset_ms: Generated<number>;
  clock_stands_at: Date | null;
  travel_to: Date | null;
  cpm: JSONColumnType<CpmSettings> | null;
  seeding: JSONColumnType<{ done: number; total: number }> | null;
  created_at: Date;
  rules: JSONColumnType<SendingRules, string | undefined>;
  salt: Generated<string>;
  /** Nothing is published without a colleague's approval. */
  review_required: Generated<boolean>;
  /** Whether people may approve what they drew themselves. */
  review_alone: Generated<boolean>;
  topics: JSONColumnType<TopicSetting[], string | undefined>;
  identity: JSONColumnType<Identity, string | undefined>;
  /** Signs links in mails: the last one does, those before are still believed. */
  link_keys: Generated<string[]>;
  /** Since when each of them signs; empty: the first alone, since the workspace is there. */
  link_key_times: JSONColumnType<string[], string | undefined>;
  /** What the address is made of that services call; it never changes. */
  hook_key: Generated<string>;
  /** What mails measure: clicks in links, opens by a picture. */
  tracking: JSONColumnType<{ clicks: boolean; opens: boolean }, string | undefined>;
  /** Which orders count for a mail in reports. */
  reporting: JSONColumnType<ReportSettings, string | undefined>;
  /** How fast the mails of each sender go. */
  paces: JSONColumnType<Paces, string | undefined>;
  /** Senders whose promotional mails wait. */
  paused_senders: Generated<string[]>;
  /** What mails recommend. */
  offers: JSONColumnType<Offers, string | undefined>;
  /** Products whose promotions wait. */
  paused_products: Generated<string[]>;
  /** Domains whose DNS was right and is not any more. */
  failing_domains: Generated<string[]>;
  /** Workspace time; null: mails go. */
  sending_stopped_at: Date | null;
  sending_stopped_by: string | null;
  /** Where mail servers report what they could not deliver; null: to the sender's address. */
  bounce_address: string | null;
}

export interface TimerTable {
  workspace_id: number;
  customer_id: number;
  at: Date;
  kind: TimerKind;
  ref: string;
  /** What the re-entry rule counts apart. */
  key: string | null;
  /** A schedule's: how far an occurrence has come. */
  cursor: Generated<number>;
}

/** What signs links; never shown. */
export interface SecretTable {
  workspace_id: number;
  name: string;
  value: string;
}
/** A segment may flip; a trigger goes off for a customer; a schedule lets everybody in. */
export type TimerKind = 'segment' | 'start' | 'schedule';
