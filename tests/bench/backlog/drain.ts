import { CHUNK } from '@tabiji/server/engine/advance.ts';
import type { Moved } from '@tabiji/server/engine/enrollments.sql.ts';
import type { Store } from '@tabiji/server/engine/store.ts';
import { SHARDS } from '@tabiji/server/engine/shards.ts';
import type { Services } from '@tabiji/server/services.ts';
import { DAYS, WORKSPACE } from './fill.ts';

/**
 * Wakes everybody who is due, with the production statements of a wake (claim, facts, positions, diary, commit). Only the
 * walk is replaced: everybody goes to rest again until an instant anywhere in the next days, so that every write hits
 * another leaf of the due index. Waits of real journeys end together and are kinder.
 */
export async function drain({ inStore }: Services): Promise<number> {
  let woken = 0;
  for (let shard = 0; shard < SHARDS; shard++) {
    for (let more = true; more;) {
      const moved = await inStore(WORKSPACE, (store, here) => wakeChunk(store, here, shard));
      woken += moved;
      more = moved === CHUNK;
    }
  }
  return woken;
}

async function wakeChunk(store: Store, here: { now: number; realNow: number }, shard: number): Promise<number> {
  const due = await store.positions.claimDue({ shards: [shard], now: here.now, limit: CHUNK });
  if (due.length === 0) return 0;
  await store.facts.customers([...new Set(due.map((row) => row.customer_id))], false);
  await store.facts.newest();
  await store.positions.write(
    due.map((row): Moved => ({
      id: row.id,
      visit: row.visit,
      node: row.node,
      port: 'next',
      dueAt: here.now + Math.ceil(Math.random() * DAYS * 86_400_000),
      listens: false,
      intent: JSON.stringify({ from: here.now }),
      left: null,
      memory: null,
      endedAt: null,
      exitReason: null,
      error: null,
    })),
  );
  const steps = JSON.stringify([
    ['rest', 'leave', 'next'],
    ['rest', 'sleep', 'next', here.now],
  ]);
  await store.diary.write(
    here.realNow,
    due.map((row) => ({ enrollmentId: row.id, visit: row.visit, at: here.now, steps })),
  );
  return due.length;
}
