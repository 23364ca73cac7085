import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/**
 * Counts rows without an id: which of its kind each of `keys` is in its file, from 0. The count is kept in the
 * transaction that stores the rows, so a batch that is done again counts the same.
 */
export async function nextOrdinals(
  trx: Trx,
  workspaceId: number,
  importId: number,
  keys: readonly string[],
): Promise<number[]> {
  if (keys.length === 0) return [];
  const numbers = keys.map(numberOf);
  const counts = new Map<string, number>();
  for (const key of numbers) counts.set(key, (counts.get(key) ?? 0) + 1);
  const { rows } = await sql<{ key: string; n: number }>`
    insert into import_row as r (workspace_id, import_id, key, n)
    select ${workspaceId}, ${importId}, k.key, k.n
      from unnest(${[...counts.keys()]}::bigint[], ${[...counts.values()]}::int[]) as k(key, n)
        on conflict (workspace_id, import_id, key) do update set n = r.n + excluded.n
    returning key::text, n`.execute(trx);
  const next = new Map(rows.map(({ key, n }) => [key, n - (counts.get(key) ?? 0)]));
  return numbers.map((key) => {
    const ordinal = next.get(key) ?? 0;
    next.set(key, ordinal + 1);
    return ordinal;
  });
}

/** 64 bits of a row's key. Two different rows that share them only get other ordinals than they might have. */
const numberOf = (key: string) => Buffer.from(key, 'base64url').readBigInt64BE().toString();
