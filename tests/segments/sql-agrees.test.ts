import { connect } from '@tabiji/server/db/connect.ts';
import type { Db } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { loadFacts } from '@tabiji/server/engine/load-facts.ts';
import { pgStores } from '@tabiji/server/engine/pg-store.ts';
import type { Store } from '@tabiji/server/engine/store.ts';
import { idsMet } from '@tabiji/server/segments/count.sql.ts';
import { conditionSql } from '@tabiji/server/segments/to-sql.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { conditions, EVENTS, FEEDBACK, type Stand } from './random-conditions.ts';
import { crowd, LADDER, settle, stands } from './random-world.ts';

/** Worlds that once showed a difference. */
const KEPT = [1, 3, 827352511, 827352549];
/** Conditions on which the two once differed, or that random ones rarely hit. */
const KEPT_CONDITIONS: Condition[] = [
  { attribute: 'plan', op: 'startsWith', value: 1e-7 },
  { attribute: 'points', op: 'contains', value: 1e21 },
  { attribute: 'plan', op: 'gte', value: '2026-04-01' },
  { attribute: 'plan', op: 'in', value: ['gold', 5, true] },
  { attribute: 'since', op: 'before', value: '2026-03-08T02:30' },
  { orders: 'interval', op: 'ne', value: 1 },
  { orders: 'count', op: 'eq', value: 0, since: 'P1M' },
  { any: [] },
  { cpm: 'rank', op: 'eq', value: 'よちよち客' },
  { cpm: 'rank', op: 'missing' },
  { cpm: 'active', op: 'eq', value: true },
  { cpm: 'active', op: 'ne', value: false },
  { message: 'opened', template: 'welcome', since: 'P7D' },
];
const fresh = Math.floor(Math.random() * 2 ** 31);
const PEOPLE = 150;
const CONDITIONS = 75;

test.for([...KEPT, fresh, fresh + 1])(
  'SQL finds whom evaluating finds, world of seed %d',
  { timeout: 120_000 },
  async (seed) => {
    await using database = await createTestDatabase();
    const db = connect(database.url, 2, (error) => {
      throw error;
    });
    try {
      const [stand] = fc.sample(stands, { numRuns: 1, seed });
      const { workspace, everybody } = await createCrowd(db, stand!, seed);
      const agrees = async (condition: Condition) => {
        const met = everybody.filter(([, facts]) => evaluate(condition, facts, stand!)).map(([id]) => id);
        const found = await inWorkspace(db, workspace, (trx) =>
          idsMet(trx, workspace, conditionSql(condition, { ...stand!, id: workspace, cpm: LADDER })),
        );
        expect(found).toEqual(met);
      };
      for (const condition of KEPT_CONDITIONS) await agrees(condition);
      await fc.assert(fc.asyncProperty(conditions(stand!), agrees), { numRuns: CONDITIONS, seed });
    } finally {
      await db.destroy();
    }
  },
);

async function createCrowd(db: Db, { zone }: Stand, seed: number) {
  const { rows } = await sql<{ id: number }>`
    insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at, cpm)
    values ('Shop', 'live', ${zone}, 'Shop', 'shop@example.com', now(), ${JSON.stringify(LADDER)}) returning id`.execute(
    db,
  );
  const workspace = rows[0]!.id;
  const [stand] = fc.sample(stands, { numRuns: 1, seed });
  await inWorkspace(db, workspace, (trx) => settle(trx, workspace, crowd(stand!, PEOPLE, seed), zone));
  return { workspace, everybody: await pgStores(db)(workspace, factsOfAll) };
}

async function factsOfAll(store: Store): Promise<[number, Facts][]> {
  const needs = {
    attributes: true,
    orders: true,
    segments: true,
    messages: true,
    shipments: false,
    cpm: true,
    events: new Set([...EVENTS, ...FEEDBACK]),
  };
  const wanted = Array.from({ length: PEOPLE }, (_, i) => ({ customer: i + 1, needs }));
  const known = await loadFacts(store, wanted);
  return [...known].map(([id, { facts }]): [number, Facts] => [id, facts]).toSorted(([a], [b]) => a - b);
}
