import { sql } from 'kysely';
import { NO_FIGURES, type JourneyStats, type NodeFigures } from '@tabiji/shared/api/journey-stats.ts';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { CountKind } from '../db/tables/figures.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Which figures are asked for. `from` null: all time; `version` null: all versions. */
export interface StatsFilter {
  from: Day | null;
  to: Day | null;
  version: number | null;
}

export const ALL_TIME: StatsFilter = { from: null, to: null, version: null };

type Kind = CountKind | 'waiting' | 'parked';

/**
 * Figures of a journey for several filters at once, in one statement: from counters that are written with the passes,
 * so that it costs the same whether a hundred or a million people are inside.
 */
export async function statsFor(
  trx: Trx,
  here: Here,
  journeyId: number,
  filters: readonly StatsFilter[],
): Promise<JourneyStats[]> {
  const earliest = filters.reduce<Day | null>(
    (min, { from }) => (from !== null && (min === null || from < min) ? from : min),
    null,
  );
  const column = <K extends keyof StatsFilter>(key: K) => filters.map((one) => one[key]);
  const { rows } = await sql<{ i: number; kind: Kind; node: string; name: string; n: number }>`
    with filter as materialized (
      select * from unnest(${column('from')}::int[], ${column('to')}::int[], ${column('version')}::int[])
               with ordinality as f("from", "to", version, i)),
    fresh as materialized (
      select version, day, kind, node, name, sum(n) as n from journey_delta
       where workspace_id = ${here.id} and journey_id = ${journeyId} group by 1, 2, 3, 4, 5),
    ever as materialized (
      select version, kind, node, name, sum(n) as n
        from (select version, kind, node, name, n from fresh
              union all
              select version, kind, node, name, n from journey_total
               where workspace_id = ${here.id} and journey_id = ${journeyId}) c
       group by 1, 2, 3, 4),
    dated as (
      select * from fresh where day >= ${earliest}::int
      union all
      select version, day, kind, node, name, n from journey_day
       where workspace_id = ${here.id} and journey_id = ${journeyId} and day >= ${earliest}::int)
    select f.i::int as i, d.kind, d.node, d.name, sum(d.n)::bigint as n
      from filter f join dated d on d.day >= f."from" and (f."to" is null or d.day <= f."to")
                                and (f.version is null or d.version = f.version)
     where d.kind <> 'moved' group by 1, 2, 3, 4
    union all
    select f.i::int, e.kind, e.node, e.name, sum(e.n)::bigint
      from filter f join ever e on f."from" is null and (f.version is null or e.version = f.version)
     where e.kind <> 'moved' group by 1, 2, 3, 4
    union all
    select f.i::int, 'waiting', e.node, '', sum(case when e.kind in ('left', 'exit') then -e.n else e.n end)::bigint
      from filter f join ever e on f.version is null or e.version = f.version
     where e.kind in ('entered', 'left', 'exit', 'moved') and e.node <> '' group by 1, 3
    union all
    select f.i::int, 'parked', e.node, '', count(*)
      from filter f join enrollment e on f.version is null or e.version = f.version
     where e.workspace_id = ${here.id} and e.journey_id = ${journeyId} and e.ended_at is null and e.error is not null
     group by 1, 3`.execute(trx);
  const all = filters.map(() => nothing(here));
  for (const row of rows) add(all[row.i - 1]!, row);
  return all;
}

/** The same for one filter. */
export async function statsOf(trx: Trx, here: Here, journeyId: number, filter = ALL_TIME): Promise<JourneyStats> {
  return (await statsFor(trx, here, journeyId, [filter]))[0]!;
}

const nothing = ({ now }: Here): JourneyStats => ({
  at: new Date(now).toISOString(),
  nodes: {},
  exits: {},
  active: 0,
  parked: 0,
});

function add(
  stats: JourneyStats,
  { kind, node, name, n }: { kind: Kind; node: string; name: string; n: number },
): void {
  if (kind === 'exit') stats.exits[name] = (stats.exits[name] ?? 0) + n;
  if (kind === 'waiting') stats.active += n;
  if (kind === 'parked') stats.parked += n;
  if (node === '' || n === 0) return; // an open end is no node
  const at = (stats.nodes[node] ??= { ...NO_FIGURES, left: {} });
  if (kind === 'left') at.left[name] = (at.left[name] ?? 0) + n;
  else if (kind !== 'moved') at[FIGURE[kind]] += n;
}

const FIGURE = {
  waiting: 'waiting',
  parked: 'parked',
  entered: 'entered',
  exit: 'exits',
  sent: 'sent',
  unsent: 'unsent',
  clicked: 'clicked',
  goal: 'goals',
} as const satisfies Record<Exclude<Kind, 'left' | 'moved'>, keyof NodeFigures>;
