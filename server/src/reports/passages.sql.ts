import { sql } from 'kysely';
import type { PassageFigures } from '@tabiji/shared/api/reports.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { HELD_OUT } from '../engine/holdout.ts';
import { dayOfDate, type AskedIn } from './asked-in.sql.ts';

export interface PassageCell extends PassageFigures {
  journeyId: number;
  day: Day;
}

/** Who entered journeys and left them, by the day on which it happened: from the counters of the engine. */
export async function passageCells(
  trx: Trx,
  here: Here,
  { from, to, journey, version }: AskedIn,
): Promise<PassageCell[]> {
  const of = sql`
    workspace_id = ${here.id} and day between ${dayOfDate(from)} and ${dayOfDate(to)}
    and kind in ('entered', 'exit')
    and ${journey === undefined ? sql`true` : sql`journey_id = ${journey}`}
    and ${version === undefined ? sql`true` : sql`version = ${version}`}`;
  const { rows } = await sql<PassageCell>`
    with counted as (
      select journey_id, version, day, kind, node, name, n from journey_day where ${of}
      union all
      select journey_id, version, day, kind, node, name, n from journey_delta where ${of})
    select c.journey_id as "journeyId", c.day,
           coalesce(sum(c.n) filter (where c.kind = 'entered'), 0)::int as entered,
           coalesce(sum(c.n) filter (where c.kind = 'exit' and c.name = ${HELD_OUT}), 0)::int as "heldOut",
           coalesce(sum(c.n) filter (where c.kind = 'exit' and c.name <> ${HELD_OUT}), 0)::int as ended,
           coalesce(sum(c.n) filter (where c.kind = 'exit' and c.name = 'goal'), 0)::int as goals
      from counted c
      join journey_version v on v.workspace_id = ${here.id} and v.journey_id = c.journey_id and v.version = c.version
     where c.kind = 'exit' or c.node = v.graph ->> 'start'
     group by 1, 2`.execute(trx);
  return rows;
}

/** Journeys by number: how they are called and whether they run. */
export async function journeysNamed(
  trx: Trx,
  here: Here,
  ids: readonly number[],
): Promise<Map<number, { name: string; status: string }>> {
  const rows = await trx
    .selectFrom('journey')
    .select(['id', 'name', 'status'])
    .where('workspace_id', '=', here.id)
    .where('id', '=', (e) => e.fn.any(e.val([...new Set(ids)])))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
