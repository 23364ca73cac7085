import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/**
 * Keeps due people of paused journeys where they are: `held_due` remembers the instant. Who shelves holds the journey's
 * row, so that a resume sees either the people shelved or nobody shelving them.
 */
export async function shelve(trx: Trx, workspaceId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with paused as materialized (
      select j.id from journey j
       where j.workspace_id = ${workspaceId} and j.status = 'paused'
         and j.id in (select journey_id from enrollment
                       where workspace_id = ${workspaceId} and id = any(${ids as number[]}::bigint[]))
       order by j.id for share)
    update enrollment e
       set held_due = coalesce(e.held_due, e.due_at), due_at = null
      from paused
     where e.workspace_id = ${workspaceId} and e.id = any(${ids as number[]}::bigint[]) and e.journey_id = paused.id`.execute(
    trx,
  );
}
