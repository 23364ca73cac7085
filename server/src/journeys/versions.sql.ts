import { sql } from 'kysely';
import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Trx } from '../db/database.ts';

export interface VersionRow {
  journey_id: number;
  version: number;
  graph: JourneyGraph;
  templates: Record<string, number>;
  senders?: Record<string, string>;
  name: string;
}

/** Published versions by journey and number. */
export async function getVersions(
  trx: Trx,
  workspaceId: number,
  wanted: readonly { journey: number; version: number }[],
): Promise<VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select v.journey_id, v.version, v.graph, v.templates, v.senders, j.name
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

/** The version by which each journey takes customers in now. A paused one does so too: they rest at its start. */
export async function liveVersions(trx: Trx, workspaceId: number): Promise<{ journey: number; version: number }[]> {
  const { rows } = await sql<{ journey: number; version: number }>`
    select id as journey, version from journey
     where workspace_id = ${workspaceId} and status in ('live', 'paused') and version is not null
     order by id`.execute(trx);
  return rows;
}

/** Those of these journeys that do not run now, with what they are. */
export async function frozenJourneys(
  trx: Trx,
  workspaceId: number,
  journeys: readonly number[],
): Promise<Map<number, JourneyStatus>> {
  const { rows } = await sql<{ id: number; status: JourneyStatus }>`
    select id, status from journey
     where workspace_id = ${workspaceId} and id = any(${journeys as number[]}::int[]) and status <> 'live'`.execute(
    trx,
  );
  return new Map(rows.map(({ id, status }) => [id, status]));
}
