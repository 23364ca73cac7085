import { sql } from 'kysely';
import type { PeopleQuery } from '@tabiji/shared/api/people.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { isChosen, type Chosen } from './chosen.sql.ts';

export interface PersonRow {
  id: number;
  customer_id: number;
  external_id: string;
  name: string;
  version: number;
  node: string;
  entered_at: Date;
  due_at: Date | null;
  held_due: Date | null;
  listens: boolean;
  error: string | null;
  works: boolean;
  /** Until when a letter under way is held, and why. */
  letter: { until: string | null; because: string | null } | null;
  /** Why the last pass rests. */
  because: string | null;
  /** Where the page ends. */
  cursor: string;
}

/**
 * A page of the people inside. Two at the same instant keep their order by their numbers, so that no page loses or
 * repeats anybody. Rides enrollment_node.
 */
export async function listPeople(
  trx: Trx,
  here: Here,
  journeyId: number,
  who: Chosen,
  { sort, after, limit }: Pick<PeopleQuery, 'sort' | 'after' | 'limit'>,
): Promise<PersonRow[]> {
  const key =
    sort === 'entered'
      ? sql`-extract(epoch from e.entered_at)`
      : sql`coalesce(extract(epoch from coalesce(e.due_at, e.held_due)), 1e15)`;
  const [from = '', id = '0'] = after?.split('_') ?? [];
  const beyond = after === undefined ? sql`true` : sql`(${key}, e.id) > (${from}::numeric, ${id}::bigint)`;
  const { rows } = await sql<PersonRow>`
    with page as (
      select e.id, ${key} as key from enrollment e
       where ${isChosen(here, journeyId, who)} and ${beyond}
       order by 2, 1 limit ${limit})
    select e.id, e.customer_id, c.external_id, concat_ws(' ', c.last_name, c.first_name) as name, e.version, e.node,
           e.entered_at, e.due_at, e.held_due, e.listens, e.error,
           exists (select from effect f where f.workspace_id = e.workspace_id and f.enrollment_id = e.id) as works,
           (select json_build_object('until', nullif(o.hold_until, 'infinity'), 'because', case when o.hold_until is not null then o.holds -> -1 ->> 1 end)
              from outbox o where o.workspace_id = e.workspace_id and o.enrollment_id = e.id limit 1) as letter,
           (select d.steps -> -1 ->> 4 from diary d where d.enrollment_id = e.id and d.workspace_id = e.workspace_id and d.visit = e.visit - 1) as because,
           p.key || '_' || e.id as cursor
      from page p
      join enrollment e on e.workspace_id = ${here.id} and e.id = p.id
      join customer c on c.workspace_id = e.workspace_id and c.id = e.customer_id
     order by p.key, e.id`.execute(trx);
  return rows;
}

export async function countPeople(trx: Trx, here: Here, journeyId: number, who: Chosen): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from enrollment e where ${isChosen(here, journeyId, who)}`.execute(trx);
  return rows[0]!.n;
}

/** Somebody inside, as far as it matters to what can be done with them. */
export interface Standing {
  id: number;
  version: number;
  node: string;
  port: string | null;
  listens: boolean;
  error: string | null;
  /** Whether a letter is asked for that has not been handed over. */
  letter: boolean;
}

/** The next people by number who are meant, up to `last`; locked, unless it is a rehearsal. */
export async function standingPage(
  trx: Trx,
  here: Here,
  journeyId: number,
  who: Chosen,
  { after, last, limit, lock }: { after: number; last: number; limit: number; lock: boolean },
): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select e.id, e.version, e.node, e.port, e.listens, e.error,
           exists (select from outbox o where o.workspace_id = e.workspace_id and o.enrollment_id = e.id) as letter
      from enrollment e
     where ${isChosen(here, journeyId, who)} and e.id > ${after} and e.id <= ${last}
     order by e.id limit ${limit} ${lock ? sql`for update of e` : sql``}`.execute(trx);
  return rows;
}

/** The highest number of those who are meant now: who enters later is not. */
export async function lastOf(trx: Trx, here: Here, journeyId: number, who: Chosen): Promise<number> {
  const { rows } = await sql<{ id: number | null }>`
    select max(e.id) as id from enrollment e where ${isChosen(here, journeyId, who)}`.execute(trx);
  return rows[0]!.id ?? 0;
}

/** Lets locked people leave the nodes where they rest, now and by a port, and writes that down. */
export async function sendOn(trx: Trx, here: Here, going: readonly { id: number; port: string }[]): Promise<void> {
  if (going.length === 0) return;
  await sql`
    with gone as (
      update enrollment e
         set due_at = ${new Date(here.now)}, held_due = null, visit = e.visit + 1, port = g.port, intent = null, listens = false
        from unnest(${going.map(({ id }) => id)}::bigint[], ${going.map(({ port }) => port)}::text[]) as g(id, port)
       where e.workspace_id = ${here.id} and e.id = g.id and e.ended_at is null and e.error is null
      returning e.id, e.visit - 1 as visit, e.node, g.port)
    insert into diary (workspace_id, enrollment_id, visit, at, received_at, steps)
    select ${here.id}, id, visit, ${new Date(here.now)}, ${new Date(here.realNow)},
           json_build_array(json_build_array(node, 'sent_on', port)) from gone`.execute(trx);
}
