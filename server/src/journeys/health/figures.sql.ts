import { type RawBuilder, sql } from 'kysely';
import { WEEKS_BACK } from '@tabiji/shared/journey/unusual.ts';
import type { Pace } from '@tabiji/shared/journey/pace.ts';
import { partsOfDay } from '@tabiji/shared/time/day.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { today } from '../../engine/today.ts';

/** Of one journey, or of all of them. */
export type Which = number | 'all';

const which = (of: Which, column: RawBuilder<unknown>): RawBuilder<boolean> =>
  of === 'all' ? sql`true` : sql`${column} = ${of}`;

/** Counters by day since eight weeks before the last 7 days, folded or not. Part of a statement: `dated`. */
const dated = (here: Here, of: Which) => sql`
  dated as materialized (
    select journey_id, version, day, kind, node, name, n from journey_day
     where workspace_id = ${here.id} and ${which(of, sql`journey_id`)} and day > ${today(here) - 7 * (WEEKS_BACK + 1)}
    union all
    select journey_id, version, day, kind, node, name, n from journey_delta
     where workspace_id = ${here.id} and ${which(of, sql`journey_id`)} and day > ${today(here) - 7 * (WEEKS_BACK + 1)})`;

/** People who left by ports, and passages that ended, by week: 0 are the last 7 days. */
export async function weeklyLeft(trx: Trx, here: Here, journeyId: number) {
  const { rows } = await sql<{ node: string; port: string | null; week: number; n: number }>`
    with ${dated(here, journeyId)}
    select node, case kind when 'left' then name end as port, (${today(here)} - day) / 7 as week, sum(n)::int as n
      from dated where kind in ('left', 'exit') and node <> '' group by 1, 2, 3`.execute(trx);
  return rows;
}

/** How people have passed the nodes of running journeys; at a start passing is entering. */
export async function paces(trx: Trx, here: Here, of: Which): Promise<(Pace & { journey: number; node: string })[]> {
  const { rows } = await sql<Pace & { journey: number; node: string }>`
    with ${dated(here, of)},
    days as (
      select d.journey_id, d.node, d.day, sum(d.n) as n
        from dated d join journey j on j.workspace_id = ${here.id} and j.id = d.journey_id and j.status = 'live'
       where d.kind = 'left' and d.node <> '' group by 1, 2, 3),
    gaps as (
      select *, day - lag(day) over (partition by journey_id, node order by day) - 1 as gap from days)
    select journey_id as journey, node, sum(n)::int as n, min(day) as first, max(day) as last, coalesce(max(gap), 0) as "longestGap"
      from gaps group by 1, 2`.execute(trx);
  return rows;
}

/** Mails of the last 7 days that nobody took back and that could not be handed over, by node and reason; those whose outcome is unknown as well. */
export async function unsentMails(trx: Trx, here: Here, of: Which) {
  const { rows } = await sql<{ journey: number; node: string; state: string; because: string; mails: number }>`
    with ${dated(here, of)}
    select journey_id as journey, node, split_part(name, ':', 1) as state, split_part(name, ':', 2) as because, sum(n)::int as mails
      from dated where kind = 'unsent' and name <> 'skipped:withdrawn' and day > ${today(here) - 7} group by 1, 2, 3, 4 order by mails desc`.execute(
    trx,
  );
  return rows;
}

/** Journeys whose mails wait for a release, and how many there are: counted in an index. */
export async function unreleasedMails(trx: Trx, here: Here, of: Which) {
  const { rows } = await sql<{ journey: number; waiting: number; first: number }>`
    select j.id as journey, j.hold_first as first, o.waiting
      from journey j, lateral (
        select count(*)::int as waiting from outbox
         where workspace_id = ${here.id} and journey_id = j.id and hold_until = 'infinity') o
     where j.workspace_id = ${here.id} and ${which(of, sql`j.id`)} and j.hold_first is not null and o.waiting > 0`.execute(
    trx,
  );
  return rows;
}

export async function parkedPeople(trx: Trx, here: Here, of: Which) {
  const { rows } = await sql<{ journey: number; node: string; people: number }>`
    select journey_id as journey, node, count(*)::int as people from enrollment
     where workspace_id = ${here.id} and ${which(of, sql`journey_id`)} and error is not null and ended_at is null
     group by 1, 2`.execute(trx);
  return rows;
}

/** Who is inside where, from the counters. */
export async function standing(trx: Trx, here: Here, of: Which): Promise<Set<string>> {
  const { rows } = await sql<{ journey: number; node: string }>`
    select journey_id as journey, node
      from (select journey_id, kind, node, n from journey_delta where workspace_id = ${here.id} and ${which(of, sql`journey_id`)}
            union all
            select journey_id, kind, node, n from journey_total where workspace_id = ${here.id} and ${which(of, sql`journey_id`)}) c
     where kind in ('entered', 'left', 'exit', 'moved') and node <> ''
     group by 1, 2 having sum(case when kind in ('left', 'exit') then -n else n end) > 0`.execute(trx);
  return new Set(rows.map(({ journey, node }) => `${journey}.${node}`));
}

/** Whether any click has ever been counted in this workspace. */
export async function hasClicks(trx: Trx, here: Here): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from journey_total where workspace_id = ${here.id} and kind = 'clicked')
        or exists (select from journey_delta where workspace_id = ${here.id} and kind = 'clicked') as known`.execute(
    trx,
  );
  return rows[0]?.known ?? false;
}

/** The node by which each running journey begins. */
export async function startsOf(trx: Trx, here: Here, of: Which): Promise<Set<string>> {
  const { rows } = await sql<{ id: number; start: string }>`
    select j.id, v.graph ->> 'start' as start
      from journey j join journey_version v on v.workspace_id = j.workspace_id and v.journey_id = j.id and v.version = j.version
     where j.workspace_id = ${here.id} and ${which(of, sql`j.id`)}`.execute(trx);
  return new Set(rows.map(({ id, start }) => `${id}.${start}`));
}

export interface PulseRow {
  journey: number;
  sent: number;
  /** null: the journey has no goal. */
  goals: number | null;
  ended: number;
  /** People who entered, by weeks ago. */
  entered: Record<string, number>;
}

/** What the list of journeys says of each. */
export async function pulses(trx: Trx, here: Here): Promise<PulseRow[]> {
  const month = today(here) - partsOfDay(today(here)).day + 1;
  const { rows } = await sql<PulseRow>`
    with ${dated(here, 'all')},
    entries as (
      select d.journey_id, (${today(here)} - d.day) / 7 as week, sum(d.n) as n
        from dated d
        join journey_version v on v.workspace_id = ${here.id} and v.journey_id = d.journey_id and v.version = d.version
       where d.kind = 'entered' and d.node = v.graph ->> 'start' group by 1, 2)
    select j.id as journey,
           coalesce(sum(d.n) filter (where d.kind = 'sent' and d.day >= ${month}), 0)::int as sent,
           case when exists (select from journey_version v where v.workspace_id = ${here.id} and v.journey_id = j.id
                                and v.version = j.version and v.graph -> 'settings' -> 'goal' is not null)
             then coalesce(sum(d.n) filter (where d.kind = 'exit' and d.name = 'goal' and d.day >= ${month}), 0)::int
           end as goals,
           coalesce(sum(d.n) filter (where d.kind = 'exit' and d.day >= ${month}), 0)::int as ended,
           (select coalesce(json_object_agg(e.week, e.n), '{}') from entries e where e.journey_id = j.id) as entered
      from journey j left join dated d on d.journey_id = j.id
     where j.workspace_id = ${here.id} and j.version is not null group by j.workspace_id, j.id`.execute(trx);
  return rows;
}
