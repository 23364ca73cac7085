import { sql } from 'kysely';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { JourneyDetail, JourneyRow, PublishedGraph } from '@tabiji/shared/api/journeys.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { getJourney } from './journeys.sql.ts';
import { getVersions } from './versions.sql.ts';

/** The journeys page, newest change first: those in sight, or the archived ones. */
export async function listJourneys(trx: Trx, here: Here, archived: boolean): Promise<JourneyRow[]> {
  const { rows } = await sql<
    Omit<JourneyRow, 'updatedAt' | 'updatedBy'> & { updated_at: Date; draft_by: Person | null }
  >`
    with counter as materialized (
      select journey_id, kind, node, n from journey_delta where workspace_id = ${here.id}
      union all select journey_id, kind, node, n from journey_total where workspace_id = ${here.id}),
    inside as (
      select journey_id, sum(case when kind in ('left', 'exit') then -n else n end)::bigint as n from counter
       where kind in ('entered', 'left', 'exit', 'moved') and node <> '' group by 1),
    counts as (
      select journey_id, kind, sum(n)::bigint as n
        from counter c
        join journey j on j.workspace_id = ${here.id} and j.id = c.journey_id
       where kind = 'sent' or (kind = 'entered' and c.node = (select v.graph ->> 'start' from journey_version v
              where v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.version))
       group by 1, 2)
    select j.id, j.name, j.status, j.version, j.changed, j.updated_at, j.draft_by,
           case when j.change is not null then jsonb_build_object('do', j.change -> 'do', 'done', j.change -> 'done', 'total', j.change -> 'total') end as change,
           coalesce((select n from inside i where i.journey_id = j.id), 0) as active,
           coalesce((select n from counts c where c.journey_id = j.id and kind = 'entered'), 0) as entered,
           coalesce((select n from counts c where c.journey_id = j.id and kind = 'sent'), 0) as sent
      from journey j
     where j.workspace_id = ${here.id} and not j.mailing and (j.status = 'archived') = ${archived}
     order by j.updated_at desc, j.id desc`.execute(trx);
  return rows.map(({ updated_at, draft_by, ...row }) => ({
    ...row,
    updatedAt: updated_at.toISOString(),
    updatedBy: draft_by?.name || null,
  }));
}

export async function journeyDetail(trx: Trx, here: Here, id: number): Promise<JourneyDetail> {
  const journey = await getJourney(trx, here.id, id);
  const published =
    journey.version === null
      ? undefined
      : await trx
          .selectFrom('journey_version')
          .select('published_at')
          .where('workspace_id', '=', here.id)
          .where('journey_id', '=', id)
          .where('version', '=', journey.version)
          .executeTakeFirst();
  return {
    id,
    status: journey.status,
    version: journey.version,
    publishedAt: published?.published_at.toISOString() ?? null,
    changed: journey.changed,
    rev: journey.draft_rev,
    graph: journey.draft,
    pausedAt: journey.paused_at?.toISOString() ?? null,
    change: journey.change && { do: journey.change.do, done: journey.change.done, total: journey.change.total },
    holdFirst: journey.hold_first,
    draftBy: journey.draft_by,
    createdAt: journey.created_at.toISOString(),
  };
}

/** @throws AppError `not_found` for a journey that was never published */
export async function publishedGraph(trx: Trx, here: Here, id: number): Promise<PublishedGraph> {
  const { version } = await getJourney(trx, here.id, id);
  const [row] = version === null ? [] : await getVersions(trx, here.id, [{ journey: id, version }]);
  if (!row) throw new AppError('not_found', `Journey ${id} has not been published.`);
  return { version: row.version, graph: row.graph };
}

/** False when there is no such journey, or it was published: then there are people's histories to keep. */
export async function deleteDraft(trx: Trx, workspaceId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('journey')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('version', 'is', null)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
