import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { HoldReason } from './may-send.ts';

/** A mail that may go later, by workspace time. */
export interface Hold {
  id: number;
  fence: number;
  why: HoldReason;
  /** Null: until its journey, its sender or all sending goes on, or somebody releases it. */
  until: Millis | null;
  /** It may have been accepted in an earlier attempt: what it says and when that was stay. */
  uncertain: boolean;
  /** It was claimed for an attempt that has not taken place. */
  claimed: boolean;
}

/**
 * Holds mails back; their enrollments stay where they are. Who holds a mail because of its journey also holds the journey's
 * row (because of a stop or a product, the workspace's), so that a resume or release sees either the mail held or nobody holding it.
 */
export async function hold(trx: Trx, here: Here, rows: readonly Hold[]): Promise<void> {
  if (rows.length === 0) return;
  const untils = rows.map(({ until }) => (until === null ? 'infinity' : new Date(until).toISOString()));
  await sql`
    with r as materialized (
      select * from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map((r) => r.fence)}::bigint[],
                           ${rows.map((r) => r.why)}::text[], ${untils}::text[],
                           ${rows.map((r) => r.uncertain)}::bool[], ${rows.map((r) => r.claimed)}::bool[])
               as r(id, fence, why, until, uncertain, claimed)),
    frozen as materialized (
      select j.id, j.status = 'paused' as paused, j.hold_first is not null as unreleased from journey j
       where j.workspace_id = ${here.id} and (j.status = 'paused' or j.hold_first is not null)
         and j.id in (select o.journey_id from outbox o join r on r.id = o.id
                       where o.workspace_id = ${here.id} and r.why in ('paused', 'unreleased'))
       order by j.id for share),
    stopped as materialized (
      select w.id from workspace w
       where w.id = ${here.id} and w.sending_stopped_at is not null and exists (select from r where r.why = 'stopped')
         for share),
    paused as materialized (
      select unnest(w.paused_senders) as sender from (
        select paused_senders from workspace
         where id = ${here.id} and exists (select from r where r.why = 'sender_paused') for share) w),
    unstocked as materialized (
      select offer.key as template from (
        select offers, paused_products from workspace
         where id = ${here.id} and exists (select from r where r.why = 'product_paused') for share) w,
        jsonb_each(w.offers) offer where offer.value -> 'products' ?| w.paused_products)
    update outbox o
       set status = 'held', lease_until = null, retry_at = 'infinity', error = null, line = null, line_rank = null,
           hold_until = case when (r.why = 'paused' and o.journey_id not in (select id from frozen where paused))
                               or (r.why = 'unreleased'
                                   and o.journey_id not in (select id from frozen where unreleased))
                               or (r.why = 'stopped' and not exists (select from stopped))
                               or (r.why = 'sender_paused'
                                   and coalesce(o.sender, ${here.sender.key}) not in (select sender from paused))
                               or (r.why = 'product_paused' and o.template not in (select template from unstocked))
                             then ${new Date(here.now)} else r.until::timestamptz end,
           attempts = o.attempts - r.claimed::int,
           first_attempt_at = case when r.uncertain then o.first_attempt_at end,
           pinned = case when r.uncertain then o.pinned end, batch = case when r.uncertain then o.batch end,
           holds = coalesce(o.holds, '[]') || jsonb_build_array(jsonb_build_array(
             ${new Date(here.now).toISOString()}::text, r.why, nullif(r.until, 'infinity')))
      from r
     where o.workspace_id = ${here.id} and o.id = r.id and o.fence = r.fence`.execute(trx);
}

/** Puts up to `limit` held mails whose instant has come among those that are due. */
export async function release(trx: Trx, here: Here, limit: number): Promise<void> {
  await sql`
    update outbox set status = 'queued', hold_until = null, retry_at = '-infinity'
     where workspace_id = ${here.id} and id in (
       select id from outbox
        where workspace_id = ${here.id} and hold_until <= ${new Date(here.now)}
        order by hold_until limit ${limit} for update skip locked)`.execute(trx);
}

/** Mails that wait for an open day are judged again at once: the days have been changed. */
export async function judgeBlackoutAgain(trx: Trx, here: Here): Promise<void> {
  await sql`
    update outbox set hold_until = ${new Date(here.now)}
     where workspace_id = ${here.id} and hold_until < 'infinity' and holds -> -1 ->> 1 = 'blackout'`.execute(trx);
}

/** The earliest instant at which a held mail may go; null when none is held. */
export async function nextHeldAt(trx: Trx, workspaceId: number): Promise<Millis | null> {
  const { rows } = await sql<{ at: Date }>`
    select hold_until as at from outbox
     where workspace_id = ${workspaceId} and hold_until < 'infinity'
     order by hold_until limit 1`.execute(trx);
  return rows[0]?.at.getTime() ?? null;
}
