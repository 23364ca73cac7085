import type { DomainReport } from '@tabiji/shared/api/domains.ts';
import type { AcceptedFindings, KnownFindings } from '@tabiji/shared/sending/domain-rule.ts';
import type { FromName, Policy } from '@tabiji/shared/sending/sender.ts';
import type { Identity } from '@tabiji/shared/sending/identity.ts';
import type { StaffChoice } from '@tabiji/shared/sending/staff.ts';
import type { Generated, JSONColumnType } from 'kysely';

/** In whose name mails go. */
export interface SenderTable {
  workspace_id: number;
  key: string;
  name: string;
  from_name: JSONColumnType<FromName>;
  address: string;
  reply_to: string | null;
  /** Null: the workspace's. */
  provider: 'smtp' | 'resend' | null;
  policy: Generated<Policy>;
  identity: JSONColumnType<Identity, string | undefined>;
  staff: JSONColumnType<StaffChoice> | null;
  /** Real time. */
  retired_at: Date | null;
  created_at: Generated<Date>;
}

/** Signs the mails of a domain. */
export interface DkimKeyTable {
  workspace_id: number;
  domain: string;
  selector: string;
  /** Sealed. */
  secret: string;
  public_key: string;
  /** Real time, as is when the DNS showed it first. */
  made_at: Date;
  seen_at: Date | null;
}

/** What the DNS said of a domain. */
export interface DomainCheckTable {
  workspace_id: number;
  domain: string;
  /** Real time. */
  checked_at: Date;
  report: JSONColumnType<DomainReport>;
  /** What it said last that was certain; null: as in the report. */
  known: JSONColumnType<KnownFindings> | null;
  accepted: JSONColumnType<AcceptedFindings, string | undefined>;
  /** Real time: it is asked again. */
  next_at: Date;
}
