import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Store } from '../engine/store.ts';
import { fingerprint } from '../hash.ts';
import { canonical } from './canonical.ts';

/** What became of each fact, by position: new, received before with the same content, or with other content. */
export type Novelty = 'new' | 'duplicate' | 'conflict';

/** What makes a fact one fact, and what it said; both base64. */
export interface ClaimedKey {
  key: string;
  body: string;
}

/**
 * Tells new facts from those received before, for ever. An event's id is its key; an order or shipment may be told
 * again with other content, so there the content is part of the key and an old telling never undoes a newer one.
 */
export async function noveltyOf({ received }: Store, facts: readonly Fact[]): Promise<Novelty[]> {
  const novelty = facts.map((): Novelty => 'new');
  const first = new Map<string, ClaimedKey & { position: number }>();
  facts.forEach((fact, position) => {
    if (fact.type === 'identify') return; // tells a state, not an occurrence: telling it twice changes nothing
    const content = canonical(fact);
    const body = fingerprint(content);
    const key = fingerprint(fact.type === 'track' ? `track\n${fact.id}` : `${fact.type}\n${fact.id}\n${content}`);
    const before = first.get(key);
    if (before) novelty[position] = before.body === body ? 'duplicate' : 'conflict';
    else first.set(key, { key, body, position });
  });
  if (first.size === 0) return novelty;
  const keys = [...first.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)); // one order for all: nobody deadlocks
  const known = await received.claimKeys(keys);
  for (const { key, body, position } of keys)
    if (known.has(key)) novelty[position] = known.get(key) === body ? 'duplicate' : 'conflict';
  return novelty;
}
