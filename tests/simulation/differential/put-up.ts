import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { insertJourney, insertVersion } from '@tabiji/server/journeys/journeys.sql.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { sql } from 'kysely';
import { putUp, type Drawn } from '../world/publish.ts';
import type { Pair } from './stores.ts';

/** Puts the same journeys, segment and letters into both databases. */
export async function putUpBoth(
  { db, memory, workspaceId, now }: Pair,
  graphs: readonly JourneyGraph[],
): Promise<void> {
  const drawn: Drawn = { journeys: [], templates: {}, segment: 0 };
  await inWorkspace(db, workspaceId, async (trx, here) => {
    const segment = await sql<{ id: number }>`
      insert into segment (workspace_id, key, name, condition, updated_at)
      values (${here.id}, 'regulars', 'Regulars', '{"orders":"count","op":"gte","value":2}', now()) returning id`.execute(
      trx,
    );
    drawn.segment = segment.rows[0]!.id;
    for (const key of ['mail1', 'mail2']) {
      const { rows } = await sql<{ id: number }>`
        insert into template_version (workspace_id, key, subject, html, hash, created_at)
        values (${here.id}, ${key}, ${key}, '<p>{{ customer.lastName }} {{ now }}</p>', convert_to(${key}, 'utf8'), now()) returning id`.execute(
        trx,
      );
      drawn.templates[key] = rows[0]!.id;
    }
    for (const graph of graphs) {
      const id = await insertJourney(trx, here, graph);
      await insertVersion(trx, here, { journeyId: id, version: 1, graph, templates: drawn.templates, plan: {} });
      drawn.journeys.push({ id, graph });
    }
  });
  putUp({ db: memory, now: now() }, drawn);
}
