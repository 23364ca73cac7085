import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { resume } from '../engine/resume.sql.ts';
import type { Finished } from './due.ts';

/**
 * Moves mails from the outbox to the archive, counts what was sent, and lets their enrollments go on from now: a mail's
 * node is left when the mail is handed over. Results of a claim that was taken over meanwhile change nothing.
 * @returns how many were recorded
 */
export async function finish(trx: Trx, here: Here, results: readonly Finished[]): Promise<number> {
  if (results.length === 0) return 0;
  // Enrollments before outbox rows, as everybody does who locks both.
  await sql`
    select from enrollment where workspace_id = ${here.id} and id = any(${results.map((r) => r.enrollmentId)}::bigint[])
     order by id for update`.execute(trx);
  const { rows } = await sql<{ enrollment_id: number; visit: number }>`
    with r as (
      select * from unnest(${results.map((r) => r.id)}::bigint[], ${results.map((r) => r.fence)}::bigint[],
                           ${results.map((r) => r.state)}::text[], ${results.map((r) => r.subject)}::text[],
                           ${results.map((r) => r.providerId)}::text[], ${results.map((r) => r.because)}::text[])
               as r(id, fence, state, subject, provider_id, because)),
    gone as (
      delete from outbox o using r where o.workspace_id = ${here.id} and o.id = r.id and o.fence = r.fence
      returning o.*, r.state, r.subject, r.provider_id, r.because),
    archived as (
      insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                           template, template_version, key, provider, subject, provider_id, because)
      select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(here.now)},
             ${new Date(here.realNow)}, state, node, template, template_version, key, ${here.provider}, subject,
             provider_id, because
        from gone),
    counted as (
      insert into journey_delta (workspace_id, journey_id, version, n, kind, node, name)
      select workspace_id, journey_id, version, count(*), 'sent', node, template
        from gone where state = 'sent' group by workspace_id, journey_id, version, node, template)
    select enrollment_id, visit from gone`.execute(trx);
  await goOn(trx, here, rows);
  return rows.length;
}

/**
 * Hands over up to `limit` mails of a scratch workspace by counting them: nothing is rendered, nobody needs an address.
 * The same conditions, archive, counts and resumption as for real mails, in few statements.
 */
export async function countDue(trx: Trx, here: Here, limit: number): Promise<number> {
  const { rows } = await sql<{ enrollment_id: number; visit: number }>`
    with claimed as materialized ( -- first, so that the outbox leads and positions are found by their keys
      select id, enrollment_id, visit, journey_id from outbox
       where workspace_id = ${here.id} and status in ('queued', 'sending') and retry_at <= ${new Date(here.realNow)}
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
                           template, template_version, key, provider, because)
      select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(here.now)},
             ${new Date(here.realNow)},
             case because when 'left_journey' then 'cancelled' when 'journey_stopped' then 'skipped' else 'sent' end, node,
             template, template_version, key, ${here.provider}, because
        from gone),
    counted as (
      insert into journey_delta (workspace_id, journey_id, version, n, kind, node, name)
      select workspace_id, journey_id, version, count(*), 'sent', node, template
        from gone where because is null group by workspace_id, journey_id, version, node, template)
    select enrollment_id, visit from gone`.execute(trx);
  await goOn(trx, here, rows);
  return rows.length;
}

/** By the only port a mail has. Who has left meanwhile stays where they are. */
const goOn = (trx: Trx, here: Here, rows: readonly { enrollment_id: number; visit: number }[]): Promise<void> =>
  resume(
    trx,
    here.id,
    rows.map((row) => ({ enrollmentId: row.enrollment_id, visit: row.visit, port: 'next', at: here.now })),
  );
