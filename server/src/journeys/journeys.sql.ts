import { sql } from 'kysely';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Person } from '@tabiji/shared/api/drafts.ts';
import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import type { Here } from '../db/in-workspace.ts';
import { findShop } from '../engine/shop.sql.ts';
import type { Trx } from '../db/database.ts';
import type { Change } from '../db/tables/journey.ts';

export interface JourneyRecord {
  id: number;
  name: string;
  mailing: boolean;
  status: JourneyStatus;
  draft: JourneyGraph;
  draft_rev: number;
  changed: boolean;
  version: number | null;
  paused_at: Date | null;
  change: Change | null;
  draft_by: Person | null;
  /** How many mails are to be looked at before any goes; null: they go by themselves. */
  hold_first: number | null;
  created_at: Date;
}

/** @throws AppError `not_found` */
export async function getJourney(trx: Trx, workspaceId: number, id: number): Promise<JourneyRecord> {
  const row = await trx
    .selectFrom('journey')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row, id);
}

/** The draft's revision and the published version, without the graphs. @throws AppError `not_found` */
export async function getStanding(
  trx: Trx,
  workspaceId: number,
  id: number,
): Promise<{ rev: number; version: number | null }> {
  const row = await trx
    .selectFrom('journey')
    .select(['draft_rev as rev', 'version'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return found(row, id);
}

/** Locks a journey, so that saving and publishing come one after the other. @throws AppError `not_found` */
export async function lockJourney(trx: Trx, workspaceId: number, id: number): Promise<JourneyRecord> {
  const row = await trx
    .selectFrom('journey')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return found(row, id);
}

function found<T>(row: T | undefined, id: number): T {
  if (!row) throw new AppError('not_found', `There is no journey ${id}.`);
  return row;
}

export async function insertJourney(
  trx: Trx,
  here: Here,
  graph: JourneyGraph,
  { mailing = false }: { mailing?: boolean } = {},
): Promise<number> {
  const { id } = await trx
    .insertInto('journey')
    .values({
      workspace_id: here.id,
      name: graph.name,
      mailing,
      draft: JSON.stringify(graph),
      created_at: new Date(here.now),
      updated_at: new Date(here.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Keys of the templates, segments, topics and senders that exist, and keys and names of CPM ranks, for judging graphs. */
export async function namesOf(
  trx: Trx,
  workspaceId: number,
): Promise<Record<'templates' | 'segments' | 'ranks' | 'topics' | 'senders', Set<string>>> {
  const { rows } = await sql<{ kind: string; key: string }>`
    select 'template' as kind, key from template where workspace_id = ${workspaceId}
    union all select 'segment', key from segment where workspace_id = ${workspaceId}
    union all select 'sender', key from sender where workspace_id = ${workspaceId} and retired_at is null
    union all select 'topic', t ->> 'key' from workspace, jsonb_array_elements(topics) as t where id = ${workspaceId}`.execute(
    trx,
  );
  const keys = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map(({ key }) => key));
  const { cpm } = await findShop(trx, workspaceId);
  const ranks = cpm.ranks.flatMap(({ key, name }) => [key, name.ja, name.en]);
  return {
    templates: keys('template'),
    segments: keys('segment'),
    ranks: new Set(ranks),
    topics: keys('topic'),
    senders: keys('sender'),
  };
}

export async function insertVersion(
  trx: Trx,
  here: Here,
  version: {
    journeyId: number;
    version: number;
    graph: JourneyGraph;
    templates: Record<string, number>;
    /** Template key → the sender that the template names. */
    senders?: Record<string, string>;
    plan?: PublishPlan;
    /** Whether the draft still differs from it. */
    changed?: boolean;
  },
): Promise<void> {
  await trx
    .insertInto('journey_version')
    .values({
      workspace_id: here.id,
      journey_id: version.journeyId,
      version: version.version,
      graph: JSON.stringify(version.graph),
      templates: JSON.stringify(version.templates),
      senders: JSON.stringify(version.senders ?? {}),
      plan: JSON.stringify(version.plan ?? {}),
      published_at: new Date(here.now),
    })
    .execute();
  await trx
    .updateTable('journey')
    .set({
      status: sql`case when status = 'paused' then status else 'live' end`, // a new version does not end a pause
      version: version.version,
      changed: version.changed ?? false,
      planning: true,
      updated_at: new Date(here.now),
    })
    .where('workspace_id', '=', here.id)
    .where('id', '=', version.journeyId)
    .execute();
}

/** Replaces the draft; `changed` tells whether it differs from what is published. */
export async function setDraft(
  trx: Trx,
  here: Here,
  id: number,
  draft: { graph: JourneyGraph; rev: number; changed: boolean; by: Person | null },
): Promise<void> {
  const { graph, rev, changed, by } = draft;
  await trx
    .updateTable('journey')
    .set({
      draft: JSON.stringify(graph),
      name: graph.name,
      draft_rev: rev,
      draft_by: by && JSON.stringify(by),
      changed,
      updated_at: new Date(here.now),
    })
    .where('workspace_id', '=', here.id)
    .where('id', '=', id)
    .execute();
}

/** Marks a journey as planned for everybody, unless another version was published meanwhile. */
export async function finishPlanning(trx: Trx, workspaceId: number, id: number, version: number): Promise<void> {
  await trx
    .updateTable('journey')
    .set({ planning: false })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .execute();
}

/** Journeys whose elapsed triggers have yet to be planned for everybody. */
export async function planningJourneys(trx: Trx, { id }: { id: number }): Promise<number[]> {
  const rows = await trx
    .selectFrom('journey')
    .select('id')
    .where('workspace_id', '=', id)
    .where('planning', '=', true)
    .execute();
  return rows.map((row) => row.id);
}
