import { sql } from 'kysely';
import { texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import type { ClaimedKey } from './keys.ts';

/** Keeps keys that are new; answers with those that were there before, and what came with them then. */
export async function claimKeys(
  trx: Trx,
  workspaceId: number,
  entries: readonly ClaimedKey[],
): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map();
  const { rows } = await sql<{ key: string }>`
    insert into event_key (workspace_id, key, body)
    select ${workspaceId}, decode(k.key, 'base64'), decode(k.body, 'base64')
      from unnest(${texts(entries.map(({ key }) => key))}::text[], ${texts(entries.map(({ body }) => body))}::text[])
           as k(key, body)
        on conflict (workspace_id, key) do nothing returning encode(key, 'base64') as key`.execute(trx);
  if (rows.length === entries.length) return new Map();
  const inserted = new Set(rows.map(({ key }) => key));
  const old = entries.flatMap(({ key }) => (inserted.has(key) ? [] : [key]));
  const known = await sql<{ key: string; body: string }>`
    select encode(key, 'base64') as key, encode(body, 'base64') as body from event_key
     where workspace_id = ${workspaceId}
       and key = any(array(select decode(k, 'base64') from unnest(${texts(old)}::text[]) as k))`.execute(trx);
  return new Map(known.rows.map(({ key, body }) => [key, body]));
}
