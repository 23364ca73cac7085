import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { ClaimedKey } from './keys.ts';

/** Keeps keys that are new; answers with those that were there before, and what came with them then. */
export async function claimKeys(
  trx: Trx,
  workspaceId: number,
  entries: readonly ClaimedKey[],
): Promise<Map<string, string>> {
  if (entries.length === 0) return new Map();
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const { rows } = await sql<{ key: Buffer }>`
    insert into event_key (workspace_id, key, body)
    select ${workspaceId}, k.key, k.body
      from unnest(${entries.map(({ key }) => bytes(key))}::bytea[], ${entries.map(({ body }) => bytes(body))}::bytea[]) as k(key, body)
        on conflict (workspace_id, key) do nothing returning key`.execute(trx);
  const inserted = new Set(rows.map(({ key }) => key.toString('base64')));
  const old = entries.filter(({ key }) => !inserted.has(key));
  if (old.length === 0) return new Map();
  const known = await sql<{ key: Buffer; body: Buffer }>`
    select key, body from event_key
     where workspace_id = ${workspaceId} and key = any(${old.map(({ key }) => bytes(key))}::bytea[])`.execute(trx);
  return new Map(known.rows.map(({ key, body }) => [key.toString('base64'), body.toString('base64')]));
}
