import { sql, type RawBuilder } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import { today } from '../engine/today.ts';

/**
 * Part of a statement that puts people elsewhere by hand: counts from where and to where, so that those who stand at a
 * node remain what the counters say. Reads the CTE `moved (from_version, from_node, to_version, to_node)`.
 */
export const countMoved = (here: Here, journeyId: number): RawBuilder<unknown> => sql`
  counted_moves as (
    insert into journey_delta (workspace_id, journey_id, version, day, kind, node, name, n)
    select ${here.id}, ${journeyId}, version, ${today(here)}, 'moved', node, '', sum(n)
      from (select from_version as version, from_node as node, -1 as n from moved
            union all select to_version, to_node, 1 from moved) m
     group by version, node having sum(n) <> 0)`;
