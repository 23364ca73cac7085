import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';

/** The newest version's graph, if it was published before an instant (workspace time). */
export async function ranSince(
  trx: Trx,
  here: Here,
  journeyId: number,
  before: Date,
): Promise<JourneyGraph | undefined> {
  const newest = await trx
    .selectFrom('journey_version')
    .select(['graph', 'published_at'])
    .where('workspace_id', '=', here.id)
    .where('journey_id', '=', journeyId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest && newest.published_at < before ? newest.graph : undefined;
}
