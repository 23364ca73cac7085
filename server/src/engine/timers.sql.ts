import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';

/** Something that must happen to a customer at an instant; `at` null takes it back. */
export interface PlannedTimer {
  kind: 'segment' | 'elapsed';
  /** Segment id, or journey and trigger. */
  ref: string;
  customerId: number;
  at: Millis | null;
}

/** Plans, moves and takes back timers. */
export async function writeTimers(trx: Trx, workspaceId: number, timers: readonly PlannedTimer[]): Promise<void> {
  const gone = timers.filter(({ at }) => at === null);
  if (gone.length > 0)
    await sql`
      delete from timer t
       using unnest(${gone.map((g) => g.kind)}::text[], ${gone.map((g) => g.ref)}::text[],
                    ${gone.map((g) => g.customerId)}::bigint[]) as g(kind, ref, customer)
       where t.workspace_id = ${workspaceId} and t.kind = g.kind and t.ref = g.ref and t.customer_id = g.customer`.execute(
      trx,
    );
  const planned = timers.filter((timer): timer is PlannedTimer & { at: Millis } => timer.at !== null);
  if (planned.length > 0)
    await sql`
      insert into timer (workspace_id, kind, ref, customer_id, at)
      select ${workspaceId}, p.* from unnest(${planned.map((p) => p.kind)}::text[], ${planned.map((p) => p.ref)}::text[],
             ${planned.map((p) => p.customerId)}::bigint[], ${planned.map(({ at }) => new Date(at))}::timestamptz[]) as p
          on conflict (workspace_id, kind, ref, customer_id) do update set at = excluded.at
       where timer.at <> excluded.at`.execute(trx);
}

export interface DueTimer {
  kind: 'segment' | 'elapsed';
  ref: string;
  customer_id: number;
  at: Date;
}

/** Timers that are due, without locking them: their customers are locked first. Rides timer_at. */
export async function dueTimers(trx: Trx, workspaceId: number, now: Millis, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    select kind, ref, customer_id, at from timer
     where workspace_id = ${workspaceId} and at <= ${new Date(now)} order by at limit ${limit}`.execute(trx);
  return rows;
}

/** Takes the due timers of these (locked) customers out; what was moved to the future meanwhile stays. */
export async function takeTimers(
  trx: Trx,
  workspaceId: number,
  now: Millis,
  customers: readonly number[],
): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    delete from timer
     where workspace_id = ${workspaceId} and at <= ${new Date(now)} and customer_id = any(${customers as number[]}::bigint[])
    returning kind, ref, customer_id, at`.execute(trx);
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The earliest timer of a workspace; null when there is none. */
export async function nextTimerAt(trx: Trx, workspaceId: number): Promise<Millis | null> {
  const { rows } = await sql<{ at: Date }>`
    select at from timer where workspace_id = ${workspaceId} order by at limit 1`.execute(trx);
  return rows[0]?.at.getTime() ?? null;
}

/** Takes back what was planned for a journey's elapsed triggers, but for those in `keep`. */
export async function dropJourneyTimers(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  keep: readonly string[],
): Promise<void> {
  await sql`
    delete from timer where workspace_id = ${workspaceId} and kind = 'elapsed' and starts_with(ref, ${`${journeyId}.`})
       and not (split_part(ref, ':', 1) = any(${keep as string[]}::text[]))`.execute(trx);
}
