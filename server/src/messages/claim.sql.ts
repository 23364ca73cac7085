import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { CLAIM_MS } from './due.ts';
import { checkColumns, checkOf, columns, type Due, dueOf, joins, type Raw, type RawCheck } from './due-mail.sql.ts';
import { ALL_MAILS, type Lane } from '../senders/lanes.ts';
import type { Check } from './may-send.ts';
import type { Opened } from './pace/gate.ts';
import { findPinned } from './pins.sql.ts';

/** How long an attempt holds that may be made only once: the longest attempt, and five seconds to record it. */
export const ATTEMPT_MS = 35_000;

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
