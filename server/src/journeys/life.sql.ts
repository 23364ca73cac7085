import { sql } from 'kysely';
import type { Inside, JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Change } from '../db/tables/journey.ts';
import type { Here } from '../db/in-workspace.ts';

/** Writes where a journey stands in its life; what is left out stays. */
export async function setLife(
  trx: Trx,
  here: Here,
  id: number,
  life: { status?: JourneyStatus; pausedAt?: Millis | null; change?: Change | null },
): Promise<void> {
  const { status, pausedAt, change } = life;
  await trx
    .updateTable('journey')
    .set({
      ...(status === undefined ? {} : { status, updated_at: new Date(here.now) }),
      ...(pausedAt === undefined ? {} : { paused_at: pausedAt === null ? null : new Date(pausedAt) }),
      ...(change === undefined ? {} : { change: change && JSON.stringify(change) }),
    })
    .where('workspace_id', '=', here.id)
    .where('id', '=', id)
    .execute();
}

const CHANGING = 7103;

/** Keeps others from the same journey's resume, stop or release until the transaction ends. */
export const changeAlone = (trx: Trx, journeyId: number): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${CHANGING}, ${journeyId})`.execute(trx);

/** Journeys whose resume, stop or release is under way. */
export async function changingJourneys(trx: Trx, here: Here): Promise<number[]> {
  const rows = await trx
    .selectFrom('journey')
    .select('id')
    .where('workspace_id', '=', here.id)
    .where('change', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

/** Customers inside a journey. */
export async function countInside(trx: Trx, workspaceId: number, journeyId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from enrollment
     where workspace_id = ${workspaceId} and journey_id = ${journeyId} and ended_at is null`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** People and letters of a paused journey whose instant came during the pause. */
export async function countFrozen(trx: Trx, workspaceId: number, journeyId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from enrollment
             where workspace_id = ${workspaceId} and journey_id = ${journeyId} and held_due is not null) +
           (select count(*) from outbox
             where workspace_id = ${workspaceId} and journey_id = ${journeyId}
               and hold_until = 'infinity') as n`.execute(trx);
  return rows[0]?.n ?? 0;
}

/** Whom a pause, resume or stop touches now; `older` counts what was due before an instant. */
export async function insideOf(
  trx: Trx,
  here: Here,
  journeyId: number,
  olderThan: Millis | undefined,
): Promise<Inside> {
  const now = new Date(here.now);
  const old = olderThan === undefined ? null : new Date(olderThan);
  const { rows } = await sql<{
    people: number;
    unsent: number;
    overdue: number;
    old_people: number;
    old_letters: number;
  }>`
    select e.*, o.*
      from (select count(*) as people,
                   count(*) filter (where coalesce(held_due, due_at) <= ${now}) as overdue,
                   count(*) filter (where coalesce(held_due, due_at) < ${old}::timestamptz) as old_people
              from enrollment
             where workspace_id = ${here.id} and journey_id = ${journeyId} and ended_at is null) e,
           (select count(*) as unsent, count(*) filter (where asked_at < ${old}::timestamptz) as old_letters
              from outbox
             where workspace_id = ${here.id} and journey_id = ${journeyId} and status <> 'unknown') o`.execute(trx);
  const found = rows[0]!;
  return {
    people: found.people,
    unsent: found.unsent,
    overdue: found.overdue,
    older: { people: found.old_people, letters: found.old_letters },
  };
}
