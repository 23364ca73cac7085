import { sql } from 'kysely';
import type { JourneyStatus } from '@tabiji/shared/api/journey-life.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

/** A mailing as its journey, its timer and its counters tell it. */
export interface MailingRow {
  id: number;
  name: string;
  status: JourneyStatus;
  graph: JourneyGraph;
  /** When it is still to begin, or to go on taking people in. */
  timer_at: Date | null;
  cursor: number | null;
  inside: number;
  entered: number;
  sent: number;
  unsent: { because: string; count: number }[];
  segment_name: string | null;
  template_name: string | null;
  sender_name: string | null;
}

const MOST = 200;

/** Mailings, the newest first; or one of them. */
export async function mailingRows(trx: Trx, here: Here, id?: number): Promise<MailingRow[]> {
  const { rows } = await sql<MailingRow>`
    with chosen as materialized (
      select * from journey where workspace_id = ${here.id} and mailing
         ${id === undefined ? sql`` : sql`and id = ${id}`} order by id desc limit ${MOST}),
    counted as materialized (
      select journey_id, kind, name, sum(n)::int as n
        from (select journey_id, kind, node, name, n from journey_delta where workspace_id = ${here.id}
              union all select journey_id, kind, node, name, n from journey_total where workspace_id = ${here.id}) c
       where journey_id in (select id from chosen) and (kind in ('sent', 'unsent') or (kind = 'entered' and node = 'begin'))
       group by 1, 2, 3)
    select j.id, j.name, j.status, j.draft as graph, t.at as timer_at, t.cursor,
           (select count(*)::int from enrollment e
             where e.workspace_id = ${here.id} and e.journey_id = j.id and e.ended_at is null) as inside,
           coalesce((select sum(n)::int from counted where journey_id = j.id and kind = 'entered'), 0) as entered,
           coalesce((select sum(n)::int from counted where journey_id = j.id and kind = 'sent'), 0) as sent,
           coalesce((select jsonb_agg(jsonb_build_object('because', because, 'count', n) order by n desc)
                       from (select split_part(name, ':', 2) as because, sum(n) as n from counted
                              where journey_id = j.id and kind = 'unsent' group by 1) u), '[]') as unsent,
           (select s.name from segment s where s.workspace_id = ${here.id}
                                           and s.key = j.draft #>> '{settings,mailing,segment}') as segment_name,
           (select m.name from template m where m.workspace_id = ${here.id}
                                            and m.key = j.draft #>> '{settings,mailing,template}') as template_name,
           (select n.name from sender n where n.workspace_id = ${here.id}
                                          and n.key = j.draft #>> '{settings,mailing,sender}') as sender_name
      from chosen j
      left join lateral (select at, cursor from timer
                          where workspace_id = ${here.id} and kind = 'schedule' and customer_id = 0
                            and starts_with(ref, j.id || '.') limit 1) t on true
     order by j.id desc`.execute(trx);
  return rows;
}

/**
 * Waits for whoever is letting people into a mailing, and keeps everybody from beginning until the transaction ends. What
 * is read of it afterwards holds.
 */
export async function holdBegin(trx: Trx, here: Here, id: number): Promise<void> {
  await sql`
    select from timer
     where workspace_id = ${here.id} and kind = 'schedule' and customer_id = 0 and starts_with(ref, ${`${id}.`})
       for update`.execute(trx);
}

/** Puts mailings away that have gone: nobody is to come, nobody is inside. What uses segments and templates is then free. */
export async function closeGone(trx: Trx, here: Here): Promise<void> {
  await sql`
    update journey j set status = 'archived'
     where j.workspace_id = ${here.id} and j.mailing and j.status = 'live'
       and not exists (select from timer t where t.workspace_id = j.workspace_id and t.kind = 'schedule'
                          and t.customer_id = 0 and starts_with(t.ref, j.id || '.'))
       and not exists (select from enrollment e where e.workspace_id = j.workspace_id and e.journey_id = j.id
                          and e.ended_at is null)`.execute(trx);
}
