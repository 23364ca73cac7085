import { sql } from 'kysely';
import { integers, millis, texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import type { Replanned } from './plan-again.ts';

/**
 * Gives sleepers another instant, as a pass of their own; those shelved by a pause stay shelved. Who has moved on meanwhile
 * stays where that took them. Answers with the ids of those that moved.
 */
export async function moveSleepers(trx: Trx, workspaceId: number, planned: readonly Replanned[]): Promise<number[]> {
  if (planned.length === 0) return [];
  const rows = planned.toSorted((a, b) => a.id - b.id);
  // In the order in which everybody locks who waits for enrollments.
  await sql`
    select from enrollment where workspace_id = ${workspaceId} and id = any(${integers(rows.map(({ id }) => id))}::bigint[])
     order by id for update`.execute(trx);
  const intents = rows.map(({ intent }) => intent && JSON.stringify(intent));
  const { rows: moved } = await sql<{ id: number }>`
    update enrollment e
       set visit = e.visit + 1, port = m.port, intent = m.intent::jsonb,
           due_at = case when e.due_at is not null then at_ms(m.until) end,
           held_due = case when e.due_at is null then at_ms(m.until) end
      from unnest(${integers(rows.map(({ id }) => id))}::bigint[], ${integers(rows.map(({ visit }) => visit))}::int[],
                  ${millis(rows.map(({ until }) => until))}::bigint[], ${texts(rows.map(({ port }) => port))}::text[],
                  ${texts(intents)}::text[]) as m(id, visit, until, port, intent)
     where e.workspace_id = ${workspaceId} and e.id = m.id and e.visit = m.visit and e.error is null and e.ended_at is null
    returning e.id`.execute(trx);
  return moved.map(({ id }) => id);
}
