import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { SHARDS } from './shards.ts';

/** What a workspace has to do now. */
export interface Due {
  shards: number[];
  timers: boolean;
  letters: boolean;
  /** Work outside that nodes asked for. */
  work: boolean;
}

/** Looks, without locking, whether anything is due: one index probe per shard, one for timers, one each for the outbox and other work. */
export async function lookForDue(trx: Trx, here: Here): Promise<Due> {
  const now = new Date(here.now);
  const { rows } = await sql<{ shards: number[]; timers: boolean; letters: boolean; work: boolean }>`
    select array(select s.shard from generate_series(0, ${SHARDS - 1}) as s(shard)
                  where exists (select from enrollment e where e.workspace_id = ${here.id} and e.shard = s.shard
                                   and e.due_at <= ${now})) as shards,
           exists (select from timer where workspace_id = ${here.id} and at <= ${now}) as timers,
           exists (select from outbox where workspace_id = ${here.id} and retry_at <= ${new Date(here.realNow)}
                      and (lease_until is null or lease_until <= ${new Date(here.realNow)}))
           or exists (select from outbox where workspace_id = ${here.id} and hold_until <= ${now}) as letters,
           exists (select from effect where workspace_id = ${here.id} and status in ('queued', 'working')
                      and retry_at <= ${new Date(here.realNow)}) as work`.execute(trx);
  return rows[0]!;
}
