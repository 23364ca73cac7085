import { type RawBuilder, sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import { defaultTopic } from '@tabiji/shared/sending/topics.ts';
import type { Here } from '../db/in-workspace.ts';
import type { CustomerFacts } from '../templates/values.ts';
import type { DueRow, Pinned } from './due.ts';
import type { Check } from './may-send.ts';
import { permissionColumns, permissionJoins, permissionOf, type RawPermission } from './permissions.sql.ts';
import type { NewBatch } from './pins.sql.ts';

/** A mail that is due, with all that is needed to judge and write it. */
export interface Due extends DueRow {
  attempts: number;
  /** From an earlier attempt; null at the first one. */
  pinned: Pinned | null;
  /** At its first claim: with whom it is pinned. */
  batch?: NewBatch;
  /** Real time of the first attempt that may have been accepted. */
  firstAttemptAt: Date | null;
  check: Check;
  customer: CustomerFacts;
  journeyName: string;
  workspaceName: string;
}

/**
 * What belongs to a mail, found by its keys one by one: joined in the ordinary way, a planner that has no statistics yet
 * (a new workspace, a large import) may compare everything with everything.
 */
export const joins = (here: Here, lock: RawBuilder<unknown> = sql`offset 0`): RawBuilder<unknown> => sql`
  join lateral (select * from enrollment where workspace_id = ${here.id} and id = o.enrollment_id ${lock}) e on true
  join lateral (select * from customer where workspace_id = ${here.id} and id = o.customer_id offset 0) c on true
  join lateral (select * from journey where workspace_id = ${here.id} and id = o.journey_id offset 0) j on true
  join workspace w on w.id = ${here.id}
  ${permissionJoins(here, sql`coalesce(o.topic, ${defaultTopic(here.topics)})`, sql`o.template`)}`;

/** What `checkOf` reads. */
export const checkColumns = sql`
  e.visit = o.visit and e.ended_at is null and e.error is null as waiting, case when j.status = 'live' and j.hold_first is not null then 'unreleased' else j.status end as journey_status,
  ${permissionColumns}`;

export const columns = sql`
  o.id, o.customer_id, o.enrollment_id, o.visit, o.journey_id, o.version, o.node, o.template, o.template_version, o.key,
  o.pinned, o.asked_at, o.priority, o.topic, o.sender, o.stale, o.counted, ${checkColumns}, j.name as journey_name, w.name as workspace_name, c.external_id, c.phone, c.last_name, c.first_name, c.last_name_kana,
  c.first_name_kana, c.locale, c.order_count, c.order_amount, c.first_order_at, c.last_order_at, c.attributes`;

export interface RawCheck extends RawPermission {
  waiting: boolean;
  journey_status: Check['journey'];
}

/** A row of the outbox, as far as it identifies a mail and how far that has come. */
export interface MailRow {
  id: number;
  fence: number;
  attempts: number;
  first_attempt_at: Date | null;
  customer_id: number;
  enrollment_id: number;
  visit: number;
  journey_id: number;
  version: number;
  node: string;
  template: string;
  template_version: number | null;
  key: string;
  asked_at: Date;
  priority: number;
  topic: string | null;
  sender: string | null;
  stale: boolean;
  counted: number | null;
}

export interface Raw extends MailRow, RawCheck, CustomerFacts {
  pinned: Pinned | null;
  journey_name: string;
  workspace_name: string;
  attributes: Record<string, Json>;
}

export const checkOf = (row: RawCheck): Check => ({
  waiting: row.waiting,
  journey: row.journey_status,
  ...permissionOf(row),
});

/** What a mail's own row says of it. */
export const mailOf = (row: MailRow): DueRow & Pick<Due, 'attempts' | 'firstAttemptAt'> => ({
  id: row.id,
  fence: row.fence,
  attempts: row.attempts,
  firstAttemptAt: row.first_attempt_at,
  customerId: row.customer_id,
  enrollmentId: row.enrollment_id,
  visit: row.visit,
  journeyId: row.journey_id,
  version: row.version,
  node: row.node,
  template: row.template,
  templateVersion: row.template_version,
  key: row.key,
  askedAt: row.asked_at.getTime(),
  priority: row.priority,
  topic: row.topic,
  sender: row.sender,
  stale: row.stale,
  counted: row.counted,
});

export const dueOf = (row: Raw): Due => ({
  ...mailOf(row),
  pinned: row.pinned,
  check: checkOf(row),
  customer: row,
  journeyName: row.journey_name,
  workspaceName: row.workspace_name,
});
