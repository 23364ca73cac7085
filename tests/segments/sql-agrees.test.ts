import { connect } from '@tabiji/server/db/connect.ts';
import type { Db, Trx } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { loadFacts } from '@tabiji/server/engine/load-facts.ts';
import { idsMet } from '@tabiji/server/segments/count.sql.ts';
import { conditionSql } from '@tabiji/server/segments/to-sql.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts } from '@tabiji/shared/conditions/facts.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { conditions, EVENTS, type Stand } from './random-conditions.ts';
import { crowd, settle, stands } from './random-world.ts';

/** Worlds that once showed a difference, or that nights of clock changes make worth keeping. */
const KEPT = [1, 2, 3, 20260308];
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
          idsMet(trx, workspace, conditionSql(condition, { ...stand!, id: workspace })),
        );
        expect(found).toEqual(met);
      };
      await fc.assert(fc.asyncProperty(conditions(stand!), agrees), { numRuns: CONDITIONS, seed });
    } finally {
      await db.destroy();
    }
  },
);

async function createCrowd(db: Db, { zone }: Stand, seed: number) {
  const { rows } = await sql<{ id: number }>`
    insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at)
    values ('Shop', 'live', ${zone}, 'Shop', 'shop@example.com', now()) returning id`.execute(db);
  const workspace = rows[0]!.id;
  const [stand] = fc.sample(stands, { numRuns: 1, seed });
  await inWorkspace(db, workspace, (trx) => settle(trx, workspace, crowd(stand!, PEOPLE, seed)));
  return { workspace, everybody: await inWorkspace(db, workspace, (trx) => factsOfAll(trx, workspace)) };
}

async function factsOfAll(trx: Trx, workspace: number): Promise<[number, Facts][]> {
  const needs = { attributes: true, orders: true, segments: true, messages: true, events: new Set(EVENTS) };
  const wanted = Array.from({ length: PEOPLE }, (_, i) => ({ customer: i + 1, needs }));
  const known = await loadFacts(trx, workspace, wanted);
  return [...known].map(([id, { facts }]): [number, Facts] => [id, facts]).toSorted(([a], [b]) => a - b);
}
