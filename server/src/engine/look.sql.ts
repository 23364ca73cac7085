import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { momentOf, tomorrowOf } from '../messages/pace/line.ts';
import { SHARDS } from './shards.ts';

/** What a workspace has to do now. */
export interface Due {
  shards: number[];
  timers: boolean;
  letters: boolean;
  /** Work outside that nodes asked for. */
  work: boolean;
  /** Milliseconds until time alone makes something due; null while nothing is planned, or the clock stands. */
  next_in: number | null;
}

/** Looks, without locking, what is due and when the next will be: two index probes per shard, a few for the rest. */
export async function lookForDue(trx: Trx, here: Here): Promise<Due> {
  const now = new Date(here.now);
  const shut = shutAt(here);
  const { rows } = await sql<Due>`
    select array(select s.shard from generate_series(0, ${SHARDS - 1}) as s(shard)
                  where exists (select from enrollment e where e.workspace_id = ${here.id} and e.shard = s.shard
                                   and e.due_at <= ${now})) as shards,
           exists (select from timer where workspace_id = ${here.id} and at <= ${now}) as timers,
           ${!here.stopped} and ${someProviderIsWell(here)}
           and (exists (select from outbox where workspace_id = ${here.id} and retry_at <= ${new Date(here.realNow)}
                      and (lease_until is null or lease_until <= ${new Date(here.realNow)}))
           or exists (select from outbox where workspace_id = ${here.id} and hold_until <= ${now})
           or exists (select from send_bucket b where b.workspace_id = ${here.id} and not ${shut('b')}
                         and exists (select from outbox o where o.workspace_id = ${here.id} and o.line = b.line
                                        and (o.lease_until is null or o.lease_until <= ${new Date(here.realNow)}))
                         and not exists (select from send_bucket s where s.workspace_id = ${here.id}
                                            and s.line = split_part(b.line, ' ', 1) || ' *' and ${shut('s')}))) as letters,
           exists (select from effect where workspace_id = ${here.id} and status in ('queued', 'working')
                      and retry_at <= ${new Date(here.realNow)}) as work,
           (select (extract(epoch from least(min(n.due_at), min(t.at)) - ${now}) * 1000)::float8
              from workspace w
              left join lateral (select n.due_at from generate_series(0, ${SHARDS - 1}) as s(shard), lateral (
                     select due_at from enrollment where workspace_id = ${here.id} and shard = s.shard and due_at > ${now}
                      order by due_at limit 1) n) n on true
              left join lateral (select at from timer where workspace_id = ${here.id} and at > ${now} order by at limit 1) t on true
             where w.id = ${here.id} and w.clock_stands_at is null) as next_in`.execute(trx);
  return rows[0]!;
}

/** Whether a line lets nothing go yet. Later than that it cannot be, unless the clock was put back. */
const shutAt = (here: Here) => (line: 'b' | 's') =>
  sql`
  (${sql.ref(`${line}.opens_at`)} > ${new Date(here.realNow)}
   and (${sql.ref(`${line}.opens_at`)} <= ${new Date(here.realNow + 120_000)}
        or ${sql.ref(`${line}.opens_at`)} = ${new Date(tomorrowOf(here, momentOf(here)))}))`;

/** Whether any provider of the workspace's mails may be asked now. */
const someProviderIsWell = (here: Here) => sql`
  exists (select from (select ${here.provider}::text as provider union all
                       select provider from sender where workspace_id = ${here.id} and provider is not null) p
           where not exists (select from provider_trouble t where t.workspace_id = ${here.id}
                                and t.provider = p.provider and t.waits_until > ${new Date(here.realNow)}))`;
