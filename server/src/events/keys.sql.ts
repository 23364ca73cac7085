import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Trx } from '../db/database.ts';

/** What became of each fact, by position: new, received before with the same content, or with other content. */
export type Novelty = 'new' | 'duplicate' | 'conflict';

/**
 * Tells new facts from those received before, for ever. An event's id is its key; an order or shipment may be told
 * again with other content, so there the content is part of the key and an old telling never undoes a newer one.
 */
export async function claimKeys(trx: Trx, workspaceId: number, facts: readonly Fact[]): Promise<Novelty[]> {
  const novelty = facts.map((): Novelty => 'new');
  const first = new Map<string, { position: number; body: Buffer }>();
  facts.forEach((fact, position) => {
    if (fact.type === 'identify') return; // tells a state, not an occurrence: telling it twice changes nothing
    const body = hash(canonical(fact));
    const name =
      fact.type === 'track' ? hash(`track\n${fact.id}`) : hash(`${fact.type}\n${fact.id}\n${canonical(fact)}`);
    const key = name.toString('base64');
    const before = first.get(key);
    if (before) novelty[position] = before.body.equals(body) ? 'duplicate' : 'conflict';
    else first.set(key, { position, body });
  });
  if (first.size === 0) return novelty;
  const entries = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1)); // one order for all, so that nobody deadlocks
  const keys = entries.map(([key]) => Buffer.from(key, 'base64'));
  const bodies = entries.map(([, { body }]) => body);
  const { rows } = await sql<{ key: Buffer }>`
    insert into event_key (workspace_id, key, body)
    select ${workspaceId}, k.key, k.body from unnest(${keys}::bytea[], ${bodies}::bytea[]) as k(key, body)
        on conflict (workspace_id, key) do nothing returning key`.execute(trx);
  const inserted = new Set(rows.map(({ key }) => key.toString('base64')));
  const old = entries.filter(([key]) => !inserted.has(key));
  if (old.length === 0) return novelty;
  const known = await sql<{ key: Buffer; body: Buffer }>`
    select key, body from event_key
     where workspace_id = ${workspaceId} and key = any(${old.map(([key]) => Buffer.from(key, 'base64'))}::bytea[])`.execute(
    trx,
  );
  const bodyOf = new Map(known.rows.map(({ key, body }) => [key.toString('base64'), body]));
  for (const [key, { position, body }] of old)
    novelty[position] = bodyOf.get(key)?.equals(body) ? 'duplicate' : 'conflict';
  return novelty;
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest().subarray(0, 16);

/** The fact as JSON with sorted keys, so that the order in which a sender writes them does not matter. */
const canonical = (fact: Fact): string =>
  JSON.stringify(fact, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
