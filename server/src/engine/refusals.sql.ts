import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Somebody stood at the door and was not let in. */
export interface Refused {
  customerId: number;
  journeyId: number;
  at: Millis;
  because: string;
  /** Code of the trigger that was met. */
  detail: string;
}

/** Notes refusals: one row per customer, journey and reason, with the last time and how often. */
export async function writeRefusals(trx: Trx, here: Here, refusals: readonly Refused[]): Promise<void> {
  const rows = new Map<string, Refused & { times: number }>();
  for (const one of refusals) {
    const name = `${one.customerId}.${one.journeyId}.${one.because}`;
    rows.set(name, { ...one, times: (rows.get(name)?.times ?? 0) + 1 });
  }
  if (rows.size === 0) return;
  const list = [...rows.values()];
  await sql`
    insert into refusal (workspace_id, customer_id, journey_id, at, because, detail, times)
    select ${here.id}, r.* from unnest(${list.map((r) => r.customerId)}::bigint[], ${list.map((r) => r.journeyId)}::int[],
             ${list.map(({ at }) => new Date(at))}::timestamptz[], ${list.map((r) => r.because)}::text[],
             ${list.map((r) => r.detail)}::text[], ${list.map((r) => r.times)}::int[]) as r
        on conflict (workspace_id, customer_id, journey_id, because) do update
       set at = excluded.at, detail = excluded.detail, times = refusal.times + excluded.times`.execute(trx);
}
