import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';

/** The result of an effect that an enrollment rests for, or what a listener has heard. */
export interface Result {
  enrollmentId: number;
  /** The visit that rests; a result for any other visit is stale and changes nothing. */
  visit: number;
  /** By which port it goes on. */
  port: string;
  /** Workspace time of the result; later waits count from it. */
  at: Millis;
}

/** Lets enrollments go on whose effects have been done. The advance that follows walks them. */
export async function resume(trx: Trx, workspaceId: number, results: readonly Result[]): Promise<void> {
  const alike = Object.values(Object.groupBy(results, ({ port, at }) => `${at} ${port}`));
  for (const group of alike) await resumeAlike(trx, workspaceId, group!);
}

/** Most results come at one instant and go on by one port: said once, not for each of them. */
async function resumeAlike(trx: Trx, workspaceId: number, results: readonly Result[]): Promise<void> {
  const { at, port } = results[0]!;
  await sql`
    update enrollment e set due_at = ${new Date(at)}, port = ${port}
      from unnest(${results.map((r) => r.enrollmentId)}::bigint[], ${results.map((r) => r.visit)}::int[]) as r(id, visit)
     where e.workspace_id = ${workspaceId} and e.id = r.id and e.visit = r.visit and e.ended_at is null
       and e.due_at is null and e.error is null`.execute(trx);
}

/** Lets listeners go on that have heard something; one whose time was up first stays where that took it. */
export async function wake(trx: Trx, workspaceId: number, heard: readonly Result[]): Promise<void> {
  if (heard.length === 0) return;
  // In the order in which everybody locks who waits for enrollments.
  await sql`
    select from enrollment where workspace_id = ${workspaceId} and id = any(${heard.map((h) => h.enrollmentId)}::bigint[])
     order by id for update`.execute(trx);
  await sql`
    update enrollment e set due_at = h.at, port = h.port, listens = false, intent = null, held_due = null
      from unnest(${heard.map((h) => h.enrollmentId)}::bigint[], ${heard.map((h) => h.visit)}::int[],
                  ${heard.map((h) => h.port)}::text[], ${heard.map((h) => new Date(h.at))}::timestamptz[])
           as h(id, visit, port, at)
     where e.workspace_id = ${workspaceId} and e.id = h.id and e.visit = h.visit and e.listens and e.ended_at is null and e.error is null`.execute(
    trx,
  );
}
