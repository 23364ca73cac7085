import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** How long a claim holds: the longest attempt, and time to record it. */
export const LEASE_MS = 30_000;

export interface ClaimedRow {
  id: number;
  fence: number;
  performer: string;
  payload: Json;
  key: string;
  attempts: number;
  customer_id: number;
  enrollment_id: number;
  visit: number;
  node: string;
  journey_id: number;
  journey_name: string;
  asked_at: Date;
  /** Real time of the attempt before which nobody had heard of it. */
  first_attempt_at: Date;
  /** Whether the enrollment still rests for it. */
  waiting: boolean;
  live: boolean;
}

/** Leases up to `limit` pieces of work, also those whose earlier lease ran out. Real time only. Rides effect_ready. */
export async function claimWork(trx: Trx, here: Here, limit: number): Promise<ClaimedRow[]> {
  const now = new Date(here.realNow);
  const until = new Date(here.realNow + LEASE_MS);
  const { rows } = await sql<ClaimedRow>`
    with due as materialized (
      select id from effect
       where workspace_id = ${here.id} and status in ('queued', 'working') and retry_at <= ${now}
       order by retry_at, id limit ${limit} for update skip locked),
    claimed as (
      update effect f
         set status = 'working', fence = f.fence + 1, attempts = f.attempts + 1, lease_until = ${until}, retry_at = ${until},
             first_attempt_at = coalesce(f.first_attempt_at, ${now})
        from due where f.workspace_id = ${here.id} and f.id = due.id
      returning f.*)
    select c.id, c.fence, c.performer, c.payload, c.key, c.attempts, c.customer_id, c.enrollment_id, c.visit, c.node,
           c.journey_id, j.name as journey_name, c.asked_at, c.first_attempt_at,
           e.visit = c.visit and e.ended_at is null and e.error is null as waiting, j.status = 'live' as live
      from claimed c
      join enrollment e on e.workspace_id = ${here.id} and e.id = c.enrollment_id
      join journey j on j.workspace_id = ${here.id} and j.id = c.journey_id
     order by c.id`.execute(trx);
  return rows;
}

/** A claim that is given back for a later attempt. */
export interface PutBack {
  id: number;
  fence: number;
  because: string;
  afterMs: number;
  /** It was not tried at all. */
  untried: boolean;
}

export async function putWorkBack(
  trx: Trx,
  here: Here,
  { id, fence, because, afterMs, untried }: PutBack,
): Promise<void> {
  const less = untried ? 1 : 0;
  await sql`
    update effect
       set status = 'queued', lease_until = null, error = ${because.slice(0, 2000)}, attempts = attempts - ${less},
           retry_at = ${new Date(here.realNow + Math.round(afterMs))},
           first_attempt_at = case when attempts > ${less} then first_attempt_at end
     where workspace_id = ${here.id} and id = ${id} and fence = ${fence}`.execute(trx);
}

/** Takes work off the list; false when another claim has it meanwhile. Its enrollment is locked before, as everybody does who locks both. */
export async function takeOff(
  trx: Trx,
  here: Here,
  { id, fence, enrollmentId }: { id: number; fence: number; enrollmentId: number },
): Promise<boolean> {
  await sql`select from enrollment where workspace_id = ${here.id} and id = ${enrollmentId} for update`.execute(trx);
  const { numAffectedRows } = await sql`
    delete from effect where workspace_id = ${here.id} and id = ${id} and fence = ${fence}`.execute(trx);
  return Number(numAffectedRows) === 1;
}
