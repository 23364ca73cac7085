import { sql } from 'kysely';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Finished } from './due.ts';
import { today } from '../engine/today.ts';
import { giveBack } from './ledger.sql.ts';

/** A mail that has left the outbox, and the visit that rests for it. */
export interface Gone {
  enrollmentId: number;
  visit: number;
  /** Number of the message. */
  id: number;
  customerId: number;
  template: string;
  sent: boolean;
}

/** What left the house counts for its sender, by whom it may be stopped later. */
const tallied = ({ id, provider, sender, realNow }: Here) =>
  provider === 'letters' || provider === 'counting'
    ? sql``
    : sql`
    tallied as (
      insert into sender_tally (workspace_id, sender, at, sent)
      select ${id}, coalesce(sender, ${sender.key}), ${new Date(realNow)}, count(*) from gone where state = 'sent'
       group by 2),`;

/** The code in front of a reason's details, which may name people. */
const codeOf = sql`coalesce(substring(because from '^[a-z_]+'), '')`;

/**
 * Locks the enrollments of mails, moves the mails from the outbox to the archive, and counts what was sent
 * and what could not be. Results of a
 * claim that was taken over meanwhile change nothing.
 */
export async function archive(trx: Trx, here: Here, results: readonly Finished[]): Promise<Gone[]> {
  if (results.length === 0) return [];
  // Enrollments before outbox rows, as everybody does who locks both.
  await sql`
    select from enrollment where workspace_id = ${here.id} and id = any(${results.map((r) => r.enrollmentId)}::bigint[])
     order by id for update`.execute(trx);
  const { rows } = await sql<Gone & { day: Day | null }>`
    with r as (
      select * from unnest(${results.map((r) => r.id)}::bigint[], ${results.map((r) => r.fence)}::bigint[],
                           ${results.map((r) => r.state)}::text[], ${results.map((r) => r.subject)}::text[],
                           ${results.map((r) => r.providerId)}::text[], ${results.map((r) => r.because)}::text[])
               as r(id, fence, state, subject, provider_id, because)),
    mine as materialized ( -- in order, as whoever looks at mails again: neither waits for the other
      select r.* from r join outbox o on o.workspace_id = ${here.id} and o.id = r.id and o.fence = r.fence
       order by r.id for update of o),
    gone as (
      delete from outbox o using mine r where o.workspace_id = ${here.id} and o.id = r.id
      returning o.*, r.state, r.subject, r.provider_id, r.because),
    archived as (
      insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                           template, template_version, key, provider, subject, provider_id, because, asked_at, holds, sender)
      select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(here.now)},
             ${new Date(here.realNow)}, state, node, template, template_version, key, ${here.provider}, subject,
             provider_id, because, asked_at, holds, coalesce(sender, ${here.sender.key})
        from gone),
    counted as (
      insert into journey_delta (workspace_id, journey_id, version, day, n, kind, node, name)
      select workspace_id, journey_id, version, ${today(here)}, count(*), kind, node, name
        from gone, lateral (select case state when 'sent' then 'sent' else 'unsent' end as kind,
                                   case state when 'sent' then template else state || ':' || ${codeOf} end as name) c
       where state <> 'cancelled' group by workspace_id, journey_id, version, kind, node, name),
    ${tallied(here)}
    left_batch as (select batch, count(*) as mails from gone where batch is not null group by batch),
    emptied as (
      delete from outbox_batch b using left_batch l
       where b.workspace_id = ${here.id} and b.id = l.batch and b.mails <= l.mails),
    less as (
      update outbox_batch b set mails = b.mails - l.mails from left_batch l
       where b.workspace_id = ${here.id} and b.id = l.batch and b.mails > l.mails)
    select enrollment_id as "enrollmentId", visit, id, customer_id as "customerId", template, state = 'sent' as sent,
           case when state not in ('sent', 'unknown') then counted end as day
      from gone`.execute(trx);
  await giveBack(
    trx,
    here.id,
    rows.flatMap(({ customerId: customer, day }) => (day === null ? [] : [{ customer, day }])),
  );
  return rows;
}

/**
 * Hands over up to `limit` mails of a scratch workspace by counting them: nothing is rendered, nobody needs an address.
 * The same conditions, archive and counts as for real mails, in few statements.
 */
export async function archiveUnwritten(trx: Trx, here: Here, limit: number): Promise<Gone[]> {
  const { rows } = await sql<Gone>`
    with claimed as materialized ( -- first, so that the outbox leads and positions are found by their keys
      select id, enrollment_id, visit, journey_id from outbox
       where workspace_id = ${here.id} and retry_at <= ${new Date(here.realNow)}
       limit ${limit} for update skip locked),
    due as materialized (
      select c.id, e.visit = c.visit and e.ended_at is null and e.error is null as waiting,
             (select j.status = 'live' from journey j where j.workspace_id = ${here.id} and j.id = c.journey_id) as live
        from claimed c
        join enrollment e on e.workspace_id = ${here.id} and e.id = c.enrollment_id
         for update of e skip locked),
    gone as (
      delete from outbox o using due where o.workspace_id = ${here.id} and o.id = due.id
      returning o.*, case when not due.waiting then 'left_journey' when not due.live then 'journey_stopped' end as because),
    archived as (
      insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                           template, template_version, key, provider, because, sender)
      select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(here.now)},
             ${new Date(here.realNow)},
             case because when 'left_journey' then 'cancelled' when 'journey_stopped' then 'skipped' else 'sent' end, node,
             template, template_version, key, ${here.provider}, because, coalesce(sender, ${here.sender.key})
        from gone),
    counted as (
      insert into journey_delta (workspace_id, journey_id, version, day, n, kind, node, name)
      select workspace_id, journey_id, version, ${today(here)}, count(*), 'sent', node, template
        from gone where because is null group by workspace_id, journey_id, version, node, template)
    select enrollment_id as "enrollmentId", visit, id, customer_id as "customerId", template, because is null as sent
      from gone`.execute(trx);
  return rows;
}
