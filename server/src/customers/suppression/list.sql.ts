import { sql } from 'kysely';
import type { SuppressionPage, SuppressionRow } from '@tabiji/shared/api/suppressions.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { addressHash } from './address-hash.ts';

type Raw = Omit<SuppressionRow, 'at'> & { at: Date };

const columns = sql`encode(address_hash, 'hex') as id, hint, reason, at, note, actor`;
const rowOf = ({ at, ...row }: Raw): SuppressionRow => ({ ...row, at: at.toISOString() });

/** Suppressed addresses, newest first, found by the whole address or by a part of what is kept of it. */
export async function listSuppressions(
  trx: Trx,
  here: Here,
  { q = '', after = '0', limit }: { q?: string | undefined; after?: string | undefined; limit: number },
): Promise<SuppressionPage> {
  const wanted = q.trim();
  const like = `%${wanted.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const { rows } = await sql<Raw>`
    select ${columns} from suppression
     where workspace_id = ${here.id}
       and (${wanted} = '' or hint ilike ${like} or address_hash = ${addressHash(here.salt, wanted)})
     order by at desc, address_hash limit ${limit + 1} offset ${Number(after)}`.execute(trx);
  const all = await sql<{ n: number }>`
    select count(*)::int as n from suppression where workspace_id = ${here.id}`.execute(trx);
  return {
    suppressions: rows.slice(0, limit).map(rowOf),
    next: rows.length > limit ? String(Number(after) + limit) : null,
    total: all.rows[0]?.n ?? 0,
  };
}

/** Why an address is not written to; null when it may be. */
export async function findSuppression(trx: Trx, here: Here, address: string): Promise<SuppressionRow | null> {
  const { rows } = await sql<Raw>`
    select ${columns} from suppression
     where workspace_id = ${here.id} and address_hash = ${addressHash(here.salt, address)}`.execute(trx);
  return rows[0] ? rowOf(rows[0]) : null;
}
