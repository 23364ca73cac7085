import { type RawBuilder, sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import { defaultTopic } from '@tabiji/shared/sending/topics.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { CustomerFacts } from '../templates/values.ts';
import { CLAIM_MS, type DueRow, type Pinned } from './due.ts';
import { ALL_MAILS, type Lane } from '../senders/lanes.ts';
import type { Check } from './may-send.ts';
import type { Opened } from './pace/gate.ts';
import { permissionColumns, permissionJoins, permissionOf, type RawPermission } from './permissions.sql.ts';
import { findPinned, type NewBatch } from './pins.sql.ts';

/** How long an attempt holds that may be made only once: the longest attempt, and five seconds to record it. */
export const ATTEMPT_MS = 35_000;

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

/** What a sender asks for. */
export interface ClaimMails {
  limit: number;
  /** Counts this claim as an attempt that may be accepted, for providers to whom the same mail can be given again. */
  mark: boolean;
  /** All mails where it is left out. */
  lane?: Pick<Lane, 'senders' | 'others'> | undefined;
  /** Mails that waited for their turn; they come before those that have not. */
  lines?: readonly Opened[] | undefined;
  /** The most mails of one request; absent for a provider that takes each mail by itself. */
  together?: number | undefined;
}

/** Locks up to `limit` due mails and their enrollments until the transaction ends. */
export async function lockDue(trx: Trx, here: Here, limit: number): Promise<Due[]> {
  const { rows } = await sql<Raw>`
    with claimed as materialized (
      select o.* from outbox o where ${isDue(here)} order by o.retry_at, o.id limit ${limit} for update skip locked)
    select ${columns}, o.fence, o.attempts, o.first_attempt_at
      from claimed o ${joins(here, sql`for update skip locked`)} order by o.retry_at, o.id`.execute(trx);
  return rows.map(dueOf);
}

/**
 * Leases up to `limit` due mails, also those whose earlier lease ran out; not those that may have been accepted together
 * with others (see together.sql.ts). Real time only. No column that an index has is changed: mails under way keep their
 * place in line, and others pass them by.
 */
export function claimDue(trx: Trx, here: Here, { mark, ...want }: ClaimMails): Promise<Due[]> {
  // who is tried alone for the first time keeps what it says in its own row
  const otherwise =
    want.together === undefined ? sql`o.batch` : sql`case when o.first_attempt_at is not null then o.batch end`;
  return lease(trx, here, { mark, due: dueFor(here, want), otherwise });
}

/**
 * Leases mails, and reads all about them.
 * @param how.due the query named `due` that locks them: id, first_attempt_at, batch, and whether each joins the new batch
 * @param how.otherwise the batch of one that does not
 */
export async function lease(
  trx: Trx,
  here: Here,
  { due, mark, otherwise }: { due: RawBuilder<unknown>; mark: boolean; otherwise: RawBuilder<unknown> },
): Promise<Due[]> {
  const now = new Date(here.realNow);
  const until = new Date(here.realNow + CLAIM_MS);
  const { rows } = await sql<Raw & { batch: number; old_batch: number | null; joins: boolean; mails: number }>`
    with ${due},
    fresh as materialized (select nextval('batch_number') as id, count(*)::int as mails from due where joins),
    claimed as (
      update outbox o
         set status = 'sending', fence = o.fence + 1, attempts = o.attempts + 1, lease_until = ${until},
             first_attempt_at = case when ${mark} then coalesce(o.first_attempt_at, ${now}) else o.first_attempt_at end,
             batch = case when due.joins then fresh.id else ${otherwise} end
        from due, fresh where o.workspace_id = ${here.id} and o.id = due.id
      returning o.*, due.first_attempt_at as tried_before, due.batch as old_batch, due.joins, fresh.mails)
    select ${columns}, o.fence, o.attempts, o.tried_before as first_attempt_at, o.batch, o.old_batch, o.joins, o.mails
      from claimed o ${joins(here)} order by o.id`.execute(trx);
  const kept = await findPinned(
    trx,
    here,
    rows.flatMap(({ old_batch }) => old_batch ?? []),
  );
  return rows.map((row) => ({
    ...dueOf(row),
    pinned: row.pinned ?? kept.get(row.id) ?? null,
    ...(row.joins && { batch: { id: row.batch, mails: row.mails } }),
  }));
}

/**
 * Looks at leased mails again and renews their lease.
 * @param mark an attempt begins that may be accepted: nobody else takes the mail before its deadline has passed
 * @returns the present state by outbox id; a mail that is missing was taken over by another sender
 */
export async function recheck(
  trx: Trx,
  here: Here,
  rows: readonly { id: number; fence: number }[],
  mark: boolean,
): Promise<Map<number, Check>> {
  const until = new Date(here.realNow + (mark ? ATTEMPT_MS : CLAIM_MS));
  const found = await sql<{ id: number } & RawCheck>`
    with mine as materialized ( -- in order, as the archive: neither waits for the other
      select o.id from outbox o
        join unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.fence)}::bigint[]) as r(id, fence)
          on o.workspace_id = ${here.id} and o.id = r.id and o.fence = r.fence
       order by o.id for update of o),
    held as (
      update outbox o
         set lease_until = greatest(o.lease_until, ${until}),
             first_attempt_at = case when ${mark} then coalesce(o.first_attempt_at, ${new Date(here.realNow)})
                                     else o.first_attempt_at end
        from mine where o.workspace_id = ${here.id} and o.id = mine.id
      returning o.*)
    select o.id, ${checkColumns} from held o ${joins(here)}`.execute(trx);
  return new Map(found.rows.map((row) => [row.id, checkOf(row)]));
}

/** The mails of a claim; only where lines let some go are there two kinds. */
function dueFor(
  here: Here,
  { limit, lane = ALL_MAILS, lines = [], together }: Omit<ClaimMails, 'mark'>,
): RawBuilder<unknown> {
  const found = sql`o.id, o.first_attempt_at, o.batch, ${joinsBatch(together)} as joins`;
  const isOwn = together === undefined ? sql`` : sql`and not (${isShared(here)})`;
  const others = sql`
    select ${found} from outbox o where ${isDue(here)} ${inLane(here, lane)} ${isOwn}
     order by o.retry_at, o.id limit ${limit}`;
  if (lines.length === 0) return sql`due as materialized (${others} for update skip locked)`;
  return sql`
    waited as materialized (
      select o.* from unnest(${lines.map(({ line }) => line)}::text[], ${lines.map(({ mails }) => mails)}::int[])
                        as l(line, mails), lateral (
        select ${found} from outbox o
         where o.workspace_id = ${here.id} and o.line = l.line and ${isFree(here)} ${isOwn}
         order by o.line_rank, o.id limit l.mails for update skip locked) o),
    others as materialized (${others} - (select count(*) from waited) for update skip locked),
    due as materialized (select * from waited union all select * from others)`;
}

/** Whether a mail comes into the batch of its claim: all that say something for the first time, or share a request. */
function joinsBatch(together: number | undefined): RawBuilder<boolean> {
  if (together === undefined) return sql`o.batch is null`;
  return together > 1 ? sql`o.first_attempt_at is null and not o.alone` : sql`o.first_attempt_at is null`;
}

const isShared = (here: Here): RawBuilder<boolean> => sql`
  o.first_attempt_at is not null and exists (
    select from outbox_batch b where b.workspace_id = ${here.id} and b.id = o.batch and b.key is not null)`;

/** Whether a mail of the outbox, `o`, is in nobody's hands. */
export const isFree = (here: Here): RawBuilder<boolean> => sql`
  (o.lease_until is null or o.lease_until <= ${new Date(here.realNow)})`;

const isDue = (here: Here): RawBuilder<boolean> => sql<boolean>`
  o.workspace_id = ${here.id} and o.retry_at <= ${new Date(here.realNow)} and ${isFree(here)}`;

/** Nothing is asked of the rows where all of them leave by one provider. */
const inLane = (here: Here, { senders, others }: Pick<Lane, 'senders' | 'others'>): RawBuilder<unknown> =>
  senders.length === 0
    ? sql``
    : sql`and (coalesce(o.sender, ${here.sender.key}) = any(${senders as string[]}::text[])) <> ${others}`;

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

const checkColumns = sql`
  e.visit = o.visit and e.ended_at is null and e.error is null as waiting, case when j.status = 'live' and j.hold_first is not null then 'unreleased' else j.status end as journey_status,
  ${permissionColumns}`;

export const columns = sql`
  o.id, o.customer_id, o.enrollment_id, o.visit, o.journey_id, o.version, o.node, o.template, o.template_version, o.key,
  o.pinned, o.asked_at, o.priority, o.topic, o.sender, o.stale, o.counted, ${checkColumns}, j.name as journey_name, w.name as workspace_name, c.external_id, c.phone, c.last_name, c.first_name, c.last_name_kana,
  c.first_name_kana, c.locale, c.order_count, c.order_amount, c.first_order_at, c.last_order_at, c.attributes`;

interface RawCheck extends RawPermission {
  waiting: boolean;
  journey_status: Check['journey'];
}

export interface Raw extends RawCheck, CustomerFacts {
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
  pinned: Pinned | null;
  asked_at: Date;
  priority: number;
  topic: string | null;
  sender: string | null;
  stale: boolean;
  counted: number | null;
  journey_name: string;
  workspace_name: string;
  attributes: Record<string, Json>;
}

const checkOf = (row: RawCheck): Check => ({
  waiting: row.waiting,
  journey: row.journey_status,
  ...permissionOf(row),
});

export const dueOf = (row: Raw): Due => ({
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
  pinned: row.pinned,
  check: checkOf(row),
  customer: row,
  journeyName: row.journey_name,
  workspaceName: row.workspace_name,
});
