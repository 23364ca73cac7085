import { sql } from 'kysely';
import type { JourneyStats } from '@tabiji/shared/api/journeys.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Live counts of a journey over all its versions, from counters that are written with the passes. */
export async function statsOf(trx: Trx, here: Here, journeyId: number): Promise<JourneyStats> {
  const counts = await sql<{ kind: string; node: string; name: string; n: number }>`
    select kind, node, name, sum(n)::bigint as n
      from (select kind, node, name, n from journey_delta where workspace_id = ${here.id} and journey_id = ${journeyId}
            union all
            select kind, node, name, n from journey_total where workspace_id = ${here.id} and journey_id = ${journeyId}) c
     group by 1, 2, 3`.execute(trx);
  const standing = await sql<{ node: string; waiting: number; parked: number }>`
    select node, count(*) as waiting, count(error) as parked
      from enrollment
     where workspace_id = ${here.id} and journey_id = ${journeyId} and ended_at is null
     group by 1`.execute(trx);
  const stats: JourneyStats = { at: new Date(here.now).toISOString(), nodes: {}, exits: {}, active: 0, parked: 0 };
  const at = (node: string) => (stats.nodes[node] ??= { entered: 0, waiting: 0, left: {}, sent: 0 });
  for (const { kind, node, name, n } of counts.rows) {
    if (kind === 'entered') at(node).entered += n;
    else if (kind === 'left') at(node).left[name] = n;
    else if (kind === 'sent') at(node).sent += n;
    else stats.exits[name] = (stats.exits[name] ?? 0) + n;
  }
  for (const { node, waiting, parked } of standing.rows) {
    at(node).waiting = waiting;
    stats.active += waiting;
    stats.parked += parked;
  }
  return stats;
}
