import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Where a mail was sent, as its number, node and key. */
interface Place {
  journeyId: number;
  node: string;
  template: string;
}

/** The same, with the names that people know. */
export interface Named extends Place {
  journey: string;
  nodeName: string | null;
  templateName: string;
}

/** How journeys, their nodes and mail templates are called now. What is gone keeps its key. */
export async function namesOf(trx: Trx, here: Here, journeys: readonly number[]): Promise<(place: Place) => Named> {
  const { rows } = await sql<{ id: number; name: string; nodes: Record<string, { name?: string } | undefined> | null }>`
    select j.id, j.name, v.graph -> 'nodes' as nodes
      from journey j
      left join journey_version v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.version
     where j.workspace_id = ${here.id} and j.id = any(${[...new Set(journeys)]}::int[])`.execute(trx);
  const known = new Map(rows.map((row) => [row.id, row]));
  const templates = await trx
    .selectFrom('template')
    .select(['key', 'name'])
    .where('workspace_id', '=', here.id)
    .execute();
  const called = new Map(templates.map(({ key, name }) => [key, name]));
  return ({ journeyId, node, template }) => ({
    journeyId,
    journey: known.get(journeyId)?.name ?? String(journeyId),
    node,
    nodeName: known.get(journeyId)?.nodes?.[node]?.name ?? null,
    template,
    templateName: called.get(template) ?? template,
  });
}
