import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { TimerKind } from '../db/tables/workspace.ts';

/** Something that must happen to a customer at an instant; `at` null takes it back. */
export interface PlannedTimer {
  kind: TimerKind;
  /** Segment id, or journey and trigger. */
  ref: string;
  customerId: number;
  at: Millis | null;
  /** Where the instant lies behind: what stands there already is due and stays, though nothing new is planned. */
  passed?: Millis | undefined;
  /** What the journey's re-entry rule counts apart. */
  key?: string | undefined;
}

/** Plans, moves and takes back timers. */
export async function writeTimers(trx: Trx, workspaceId: number, all: readonly PlannedTimer[]): Promise<void> {
  // A journey may have the same trigger twice.
  const timers = [...new Map(all.map((timer) => [`${timer.kind} ${timer.ref} ${timer.customerId}`, timer])).values()];
  const gone = timers.filter(({ at }) => at === null);
  if (gone.length > 0)
    await sql`
      delete from timer t
       using unnest(${gone.map((g) => g.kind)}::text[], ${gone.map((g) => g.ref)}::text[],
                    ${gone.map((g) => g.customerId)}::bigint[],
                    ${gone.map(({ passed }) => (passed === undefined ? null : new Date(passed)))}::timestamptz[])
             as g(kind, ref, customer, passed)
       where t.workspace_id = ${workspaceId} and t.kind = g.kind and t.ref = g.ref and t.customer_id = g.customer
         and (g.passed is null or t.at <> g.passed)`.execute(trx);
  const planned = timers.filter((timer): timer is PlannedTimer & { at: Millis } => timer.at !== null);
  if (planned.length > 0)
    await sql`
      insert into timer (workspace_id, kind, ref, customer_id, at, key)
      select ${workspaceId}, p.* from unnest(${planned.map((p) => p.kind)}::text[], ${planned.map((p) => p.ref)}::text[],
             ${planned.map((p) => p.customerId)}::bigint[], ${planned.map(({ at }) => new Date(at))}::timestamptz[],
             ${planned.map((p) => p.key ?? null)}::text[]) as p
          on conflict (workspace_id, kind, ref, customer_id) do update set at = excluded.at, key = excluded.key
       where timer.at <> excluded.at`.execute(trx);
}

export interface DueTimer {
  kind: TimerKind;
  ref: string;
  /** 0: everybody (a schedule). */
  customer_id: number;
  at: Date;
  key: string | null;
  cursor: number;
}

/** Timers that are due, without locking them: their customers are locked first. Rides timer_at. */
export async function dueTimers(trx: Trx, workspaceId: number, now: Millis, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    select kind, ref, customer_id, at, key, cursor from timer
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
    returning kind, ref, customer_id, at, key, cursor`.execute(trx);
  return rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** Begins schedules; those that run already, perhaps in the middle of an occurrence, go on as they are. */
export async function beginSchedules(
  trx: Trx,
  workspaceId: number,
  schedules: readonly { ref: string; at: Millis }[],
): Promise<void> {
  if (schedules.length === 0) return;
  await sql`
    insert into timer (workspace_id, kind, ref, customer_id, at)
    select ${workspaceId}, 'schedule', s.ref, 0, s.at
      from unnest(${schedules.map(({ ref }) => ref)}::text[],
                  ${schedules.map(({ at }) => new Date(at))}::timestamptz[]) as s(ref, at)
        on conflict do nothing`.execute(trx);
}

/** Locks a schedule that is due; undefined when somebody else has it, or did it. */
export async function lockSchedule(
  trx: Trx,
  workspaceId: number,
  now: Millis,
  ref: string,
): Promise<DueTimer | undefined> {
  const { rows } = await sql<DueTimer>`
    select kind, ref, customer_id, at, key, cursor from timer
     where workspace_id = ${workspaceId} and kind = 'schedule' and ref = ${ref} and customer_id = 0
       and at <= ${new Date(now)} for update skip locked`.execute(trx);
  return rows[0];
}

/** Keeps how far a locked schedule has come; at the end of an occurrence it moves to the next one, or goes. */
export async function moveSchedule(
  trx: Trx,
  workspaceId: number,
  ref: string,
  { at, cursor }: { at: Millis | null; cursor: number },
): Promise<void> {
  if (at === null)
    await sql`
      delete from timer
       where workspace_id = ${workspaceId} and kind = 'schedule' and ref = ${ref} and customer_id = 0`.execute(trx);
  else
    await sql`
      update timer set at = ${new Date(at)}, cursor = ${cursor}
       where workspace_id = ${workspaceId} and kind = 'schedule' and ref = ${ref} and customer_id = 0`.execute(trx);
}

/** The earliest timer of a workspace; null when there is none. */
export async function nextTimerAt(trx: Trx, workspaceId: number): Promise<Millis | null> {
  const { rows } = await sql<{ at: Date }>`
    select at from timer where workspace_id = ${workspaceId} order by at limit 1`.execute(trx);
  return rows[0]?.at.getTime() ?? null;
}

/** Takes back what was planned for a journey's triggers, but for those in `keep`. */
export async function dropJourneyTimers(
  trx: Trx,
  workspaceId: number,
  journeyId: number,
  keep: readonly string[],
): Promise<void> {
  await sql`
    delete from timer
     where workspace_id = ${workspaceId} and kind in ('start', 'schedule') and starts_with(ref, ${`${journeyId}.`})
       and not (split_part(ref, ':', 1) = any(${keep as string[]}::text[]))`.execute(trx);
}
