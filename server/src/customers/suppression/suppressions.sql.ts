import { sql } from 'kysely';
import { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
import { texts } from '../../db/arrays.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { addressHash, hintOf } from './address-hash.ts';

/** An address that is not to be written to any more. */
export interface Suppress {
  address: string;
  reason: SuppressionReason;
  note?: string | undefined;
  /** Who of the shop did it; absent: the product itself. */
  actor?: string | undefined;
}

/**
 * Suppresses addresses, also ones that no customer has; whoever gets such an address later is not written to either. Of
 * two reasons the stricter stays. From the commit on no mail leaves for them (within two seconds where a sender has
 * already taken it up).
 * @returns how many addresses were not suppressed before, or for a milder reason
 */
export async function suppress(trx: Trx, here: Here, rows: readonly Suppress[]): Promise<number> {
  if (rows.length === 0) return 0;
  const strictest = new Map<string, Suppress>();
  for (const row of rows) {
    const hash = addressHash(here.salt, row.address).toString('hex');
    const before = strictest.get(hash);
    if (!before || rank(row.reason) < rank(before.reason)) strictest.set(hash, row);
  }
  const sorted = [...strictest].toSorted(([a], [b]) => (a < b ? -1 : 1)); // so that nobody waits in a circle
  const column = (of: (row: Suppress) => string | null) => texts(sorted.map(([, row]) => of(row)));
  const { rows: changed } = await sql<{ n: number }>`
    with s as materialized (
      select decode(hash, 'hex') as hash, reason, hint, note, actor
        from unnest(${texts(sorted.map(([hash]) => hash))}::text[], ${column((s) => s.reason)}::text[],
                    ${column((s) => (s.reason === 'erased' ? null : hintOf(s.address)))}::text[],
                    ${column((s) => s.note ?? null)}::text[], ${column((s) => s.actor ?? null)}::text[])
             as s(hash, reason, hint, note, actor)),
    kept as (
      insert into suppression as now (workspace_id, address_hash, at, reason, hint, note, actor)
      select ${here.id}, hash, ${new Date(here.now)}::timestamptz, reason, hint, note, actor from s
          on conflict (workspace_id, address_hash) do update
         set at = excluded.at, reason = excluded.reason, hint = excluded.hint, note = excluded.note, actor = excluded.actor
       where array_position(${RANKS}::text[], excluded.reason) < array_position(${RANKS}::text[], now.reason)
      returning address_hash, reason, note, actor),
    logged as (
      insert into suppression_log (workspace_id, at, real_at, address_hash, action, reason, note, actor)
      select ${here.id}, ${new Date(here.now)}::timestamptz, ${new Date(here.realNow)}::timestamptz, address_hash,
             'suppress', reason, note, actor from kept)
    select count(*)::int as n from kept`.execute(trx);
  return changed[0]?.n ?? 0;
}

const RANKS: string[] = SuppressionReason.options;
const rank = (reason: SuppressionReason): number => RANKS.indexOf(reason);
