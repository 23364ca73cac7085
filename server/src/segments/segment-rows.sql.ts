import { sql } from 'kysely';
import type { SegmentRow } from '@tabiji/shared/api/segments.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Segments by name, with how many customers each holds. */
export async function listSegments(trx: Trx, here: Here, key?: string): Promise<SegmentRow[]> {
  const { rows } = await sql<Omit<SegmentRow, 'updatedAt'> & { updated_at: Date }>`
    select s.key, s.name, s.condition, s.refreshing, s.updated_at, coalesce(m.members, 0) as members
      from segment s
      left join (select segment_id, count(*) as members from segment_member
                  where workspace_id = ${here.id} group by segment_id) m on m.segment_id = s.id
     where s.workspace_id = ${here.id} and (${key ?? null}::text is null or s.key = ${key ?? null}::text)
     order by s.name, s.key`.execute(trx);
  return rows.map(({ updated_at, ...row }) => ({ ...row, updatedAt: updated_at.toISOString() }));
}

/** A segment's definition. */
export interface Definition {
  id: number;
  key: string;
  name: string;
  condition: Condition;
}

/** All definitions, locked: of two people who change them the second sees what the first did. */
export async function lockDefinitions(trx: Trx, workspaceId: number): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    select id, key, name, condition from segment where workspace_id = ${workspaceId} order by id for update`.execute(
    trx,
  );
  return rows;
}

/** Creates or changes a segment; its members are judged anew. */
export async function writeSegment(
  trx: Trx,
  here: Here,
  { key, name, condition }: { key: string; name: string; condition: Condition },
): Promise<void> {
  await sql`
    insert into segment (workspace_id, key, name, condition, refreshing, updated_at)
    values (${here.id}, ${key}, ${name}, ${JSON.stringify(condition)}, true, ${new Date(here.now)})
        on conflict (workspace_id, key) do update
       set name = excluded.name, condition = excluded.condition, refreshing = true, revision = segment.revision + 1,
           updated_at = excluded.updated_at`.execute(trx);
}

/** Removes a segment with its members and what was planned for them. */
export async function deleteSegment(trx: Trx, workspaceId: number, id: number): Promise<void> {
  await sql`delete from segment_member where workspace_id = ${workspaceId} and segment_id = ${id}`.execute(trx);
  await sql`
    delete from timer where workspace_id = ${workspaceId} and kind = 'segment' and ref = ${String(id)}`.execute(trx);
  await sql`delete from segment where workspace_id = ${workspaceId} and id = ${id}`.execute(trx);
}

/** Versions by which customers enter or still travel, with their journeys' names. */
export async function versionsInUse(
  trx: Trx,
  workspaceId: number,
): Promise<{ journey: number; version: number; name: string }[]> {
  const { rows } = await sql<{ journey: number; version: number; name: string }>`
    select v.journey_id as journey, v.version, j.name
      from journey_version v join journey j on j.workspace_id = v.workspace_id and j.id = v.journey_id
     where v.workspace_id = ${workspaceId}
       and ((j.status in ('live', 'paused') and v.version = j.version)
            or exists (select from enrollment e where e.workspace_id = v.workspace_id and e.journey_id = v.journey_id
                          and e.version = v.version and e.ended_at is null))
     order by v.journey_id, v.version`.execute(trx);
  return rows;
}
