import { sql } from 'kysely';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Trx } from '../db/database.ts';

export interface VersionRow {
  journey_id: number;
  version: number;
  graph: JourneyGraph;
  templates: Record<string, number>;
  name: string;
}

/** Published versions by journey and number. */
export async function getVersions(
  trx: Trx,
  workspaceId: number,
  wanted: readonly { journey: number; version: number }[],
): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.journey_id, v.version, v.graph, v.templates, j.name
      from unnest(${wanted.map(({ journey }) => journey)}::int[], ${wanted.map(({ version }) => version)}::int[]) as w(journey, version)
      join journey_version v on v.workspace_id = ${workspaceId} and v.journey_id = w.journey and v.version = w.version
      join journey j on j.workspace_id = v.workspace_id and j.id = v.journey_id`.execute(trx);
  return rows;
}

/** Published versions that somebody may be inside of. */
export async function travelledVersions(
  trx: Trx,
  workspaceId: number,
): Promise<{ journey: number; version: number }[]> {
  const { rows } = await sql<{ journey: number; version: number }>`
    select journey_id as journey, version from journey_version
     where workspace_id = ${workspaceId} and travelled order by 1, 2`.execute(trx);
  return rows;
}

/** The version by which each live journey takes customers in now. */
export async function liveVersions(trx: Trx, workspaceId: number): Promise<{ journey: number; version: number }[]> {
  const { rows } = await sql<{ journey: number; version: number }>`
    select id as journey, version from journey
     where workspace_id = ${workspaceId} and status = 'live' and version is not null`.execute(trx);
  return rows;
}
