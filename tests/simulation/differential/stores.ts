import type { Db } from '@tabiji/server/db/database.ts';
import type { Here } from '@tabiji/server/db/in-workspace.ts';
import { pgStores } from '@tabiji/server/engine/pg-store.ts';
import type { InWorkspace } from '@tabiji/server/engine/store.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { sql } from 'kysely';
import { MemoryDatabase } from '@tabiji/server/simulation/memory/database.ts';
import { memoryStore } from '@tabiji/server/simulation/memory/store.ts';

/** Two databases that are told the same. */
export interface Pair {
  workspaceId: number;
  db: Db;
  memory: MemoryDatabase;
  /** PostgreSQL first. */
  stores: readonly [InWorkspace, InWorkspace];
  /** Where the clocks of both stand. */
  now: () => number;
  moveTo: (at: number) => Promise<void>;
}

/** A workspace of PostgreSQL and an empty memory whose numbers go on from the same ones. */
export async function openPair(
  db: Db,
  { at, zone, rules }: { at: number; zone: string; rules: Here['rules'] },
): Promise<Pair> {
  const { rows } = await sql<{ id: number; row: number; fact: number }>`
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at, clock_stands_at, rules, salt)
    values ('Shop', 'sandbox', ${zone}, 'letters', 'Shop', 'shop@example.com', now(), ${new Date(at)}, ${JSON.stringify(rules)}, 'salt')
    returning id, nextval('row_number') as row, nextval('fact_number') as fact`.execute(db);
  const { id, row, fact } = rows[0]!;
  const memory = new MemoryDatabase();
  Object.assign(memory.numbers, { row, fact });
  let now = at;
  const inMemory: InWorkspace = async (_, work) => {
    const trx = memory.begin(now);
    const here: Here = {
      id,
      kind: 'sandbox',
      now,
      realNow: Date.now(),
      zone,
      locale: 'ja',
      provider: 'letters',
      sender: { key: 'main', name: 'Shop', address: 'shop@example.com' },
      rules,
      salt: 'salt',
      topics: STANDARD_TOPICS,
      identity: {},
      linkKeys: ['key'],
      tracking: { clicks: false, opens: false },
      stopped: false,
      paces: {},
      pausedSenders: [],
      offers: {},
      pausedProducts: [],
    };
    try {
      const result = await work(
        memoryStore({ db: memory, trx, here }, (_name, statement) => Promise.resolve(trx.run(statement))),
        here,
      );
      memory.commit(trx);
      return result;
    } finally {
      trx.rollback();
    }
  };
  return {
    workspaceId: id,
    db,
    memory,
    stores: [pgStores(db), inMemory],
    now: () => now,
    moveTo: async (to) => {
      now = to;
      await sql`update workspace set clock_stands_at = ${new Date(to)} where id = ${id}`.execute(db);
    },
  };
}
