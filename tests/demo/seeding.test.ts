import { ensureDemo } from '@tabiji/server/demo/ensure-demo.ts';
import { seedDemo, type SeedingOptions } from '@tabiji/server/demo/seed-demo.ts';
import { databaseTrouble } from '@tabiji/server/db/trouble.ts';
import { beginTravel } from '@tabiji/server/workspaces/travel.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkBooks } from '../support/books.ts';
import { createWorldDatabase, type Query, type WorldDatabase } from '../support/world-database.ts';
import { contentsOf } from './contents.ts';

const size = { seed: 3, customers: 120, days: 32 };
const UNTIL = '2026-04-01T14:30:00+09:00';

/** A demo that was begun at a fixed time, so that two of them can be compared. */
async function beginDemo(query: Query): Promise<number> {
  const [workspace] = await query<{ id: number }>(
    `insert into workspace (name, kind, sender_name, sender_address, created_at, clock_stands_at, seeding)
     values ('店', 'demo', '店', 'shop@example.com', $1, $1::timestamptz - interval '550 days', '{"done": 0, "total": 1}')
     returning id`,
    [UNTIL],
  );
  return workspace!.id;
}

const seedingOf = async (query: Query) =>
  (await query<{ seeding: unknown }>('select seeding from workspace'))[0]?.seeding;

describe('the demo of an empty database', { timeout: 60_000 }, () => {
  test('is a shop with three running journeys, people in them and letters behind them', async () => {
    await using world = await createWorldDatabase();
    const told: number[] = [];
    let last = { done: 0, total: -1 };
    await ensureDemo(world.services, { size, onProgress: (progress) => told.push((last = progress).done) });

    const [workspace] = await world.query(
      'select kind, provider, seeding, clock_offset_ms::int, clock_stands_at from workspace',
    );
    expect(workspace).toEqual({
      kind: 'demo',
      provider: 'letters',
      seeding: null,
      clock_offset_ms: 0,
      clock_stands_at: null,
    });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(last.done).toBe(last.total);
    const journeys = await world.query<{ active: number; letters: number }>(
      `select (select count(*)::int from enrollment e where e.journey_id = j.id and e.ended_at is null and e.error is null) as active,
              (select count(*)::int from letter l where l.journey_id = j.id) as letters
         from journey j where j.status = 'live'`,
    );
    expect(journeys).toHaveLength(3);
    for (const { active, letters } of journeys) expect(Math.min(active, letters)).toBeGreaterThan(0);
    expect(await world.query('select id from enrollment where error is not null')).toEqual([]);
    expect(await world.query('select key from segment where refreshing')).toEqual([]);
    const letters = await world.query<{ html: string }>('select html from letter where html ~ $1', ['\\{\\{|\\{%']);
    expect(letters).toEqual([]);
    await checkBooks(world.query);

    const before = await contentsOf(world.query);
    await ensureDemo(world.services, { size });
    expect(await contentsOf(world.query)).toEqual(before);
  });

  test('is one empty workspace for live work where no demo is wanted', async () => {
    await using world = await createWorldDatabase();
    await ensureDemo({ ...world.services, config: { ...world.services.config, demo: false } });
    expect(await world.query('select name, kind, seeding from workspace')).toEqual([
      { name: 'Tabiji', kind: 'live', seeding: null },
    ]);
    expect(await world.query('select id from customer')).toEqual([]);
  });

  test('cannot be moved on in time while it is being made', async () => {
    await using world = await createWorldDatabase();
    const id = await beginDemo(world.query);
    await expect(beginTravel(world.services.db, id, 'P1D')).rejects.toThrow(/demo data is still being made/);
  });
});

describe('making the demo', { timeout: 90_000 }, () => {
  let wanted: Awaited<ReturnType<typeof contentsOf>>;
  beforeAll(async () => {
    await using quiet = await createWorldDatabase();
    await seedDemo(quiet.services, await beginDemo(quiet.query), { size });
    wanted = await contentsOf(quiet.query);
  });

  test('comes to the same however often it is stopped', async () => {
    await using world = await createWorldDatabase();
    await beginDemo(world.query);
    expect(await untilMade(world, stopEvery(12))).toBeGreaterThan(4);
    expect(await contentsOf(world.query)).toEqual(wanted);
    await checkBooks(world.query);
  });

  test('comes to the same when its connections are killed in the middle of whatever it does', async () => {
    await using world = await createWorldDatabase();
    await beginDemo(world.query);
    expect(await untilMade(world, killEvery(world, 8))).toBeGreaterThan(1);
    expect(await contentsOf(world.query)).toEqual(wanted);
    await checkBooks(world.query);
  });

  test('is done by one of two servers that start at once', async () => {
    await using world = await createWorldDatabase(10);
    const id = await beginDemo(world.query);
    await Promise.all([seedDemo(world.services, id, { size }), seedDemo(world.services, id, { size })]);
    expect(await seedingOf(world.query)).toBeNull();
    const { counts } = await contentsOf(world.query);
    expect(counts).toEqual(wanted.counts);
    await checkBooks(world.query);
  });
});

/** Starts again until everything is made; answers with how many starts that took. */
async function untilMade({ services, query }: WorldDatabase, options: () => SeedingOptions): Promise<number> {
  for (let starts = 1; starts < 200; starts++) {
    await ensureDemo(services, { ...options(), size }).catch((error: unknown) => {
      if (!databaseTrouble(error)) throw error;
    });
    if ((await seedingOf(query)) === null) return starts;
  }
  throw new Error('the demo is never made');
}

const stopEvery = (steps: number) => () => {
  const stopping = new AbortController();
  let left = steps;
  return { signal: stopping.signal, onProgress: () => (--left === 0 ? stopping.abort() : undefined) };
};

const killEvery =
  ({ query }: WorldDatabase, steps: number) =>
  () => {
    let left = steps;
    const kill = () =>
      query(`select pg_terminate_backend(pid) from pg_stat_activity
              where datname = current_database() and application_name = 'tabiji' and pid <> pg_backend_pid()`);
    return { onProgress: () => (--left === 0 ? void kill() : undefined) };
  };
