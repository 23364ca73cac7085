import type { ImportRow } from '@tabiji/shared/api/imports.ts';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createImportWorld, type ImportWorld } from './import-world.ts';

let world: ImportWorld;
beforeEach(async () => void (world = await createImportWorld()));
afterEach(() => world[Symbol.asyncDispose]());

const orders = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `c${(from + i) % 997},2026-04-${String((i % 28) + 1).padStart(2, '0')},${from + i}`,
  );
const file = (rows: string[]) => `customer,date,amount\n${rows.join('\n')}\n`;
const stored = async () => (await world.query<{ n: number }>('select count(*)::int as n from shop_order'))[0]?.n;
const english = async (id: number) =>
  (await world.refusals(id)).map(({ line, reason }) => `${line} ${(JSON.parse(reason) as { en: string }).en}`);

describe('rows', () => {
  test('those that cannot be taken in are told by line and reason, all others go in', async () => {
    const rows = orders(12_000);
    rows[10] = 'c1,2026-13-01,5';
    rows[6_000] = ',2026-04-01,5';
    rows[6_001] = 'c1,2026-04-01,"never closed';
    rows[11_999] = 'c1,2199-04-01,5';
    const row = await world.importFile('orders', await world.write('orders.csv', file(rows)));
    expect(row).toMatchObject({ state: 'done', rowsStored: 11_996, rowsUnchanged: 0, rowsRefused: 4 });
    expect(await english(row.id)).toEqual([
      expect.stringMatching(/^12 at "2026-13-01": not a date/),
      expect.stringMatching(/^6002 customer is empty/),
      expect.stringMatching(/^6003 A quote " is opened and never closed/),
      expect.stringMatching(/^12001 at "2199-04-01T03:00:00.000Z": lies in the future/),
    ]);
    expect(await stored()).toBe(11_996);
  });

  test('identical rows are kept apart, also across batches; a file that has grown adds only what is new', async () => {
    const same = 'c1,2026-04-01,500';
    const rows = [same, same, ...orders(6_000), same];
    const first = await world.importFile('orders', await world.write('a.csv', file(rows)));
    expect(first).toMatchObject({ rowsStored: 6_003, rowsUnchanged: 0 });
    const grown = await world.importFile(
      'orders',
      await world.write('a.csv', file([...rows, same, 'c2,2026-04-02,1'])),
    );
    expect(grown).toMatchObject({ rowsStored: 2, rowsUnchanged: 6_003 });
    expect(await stored()).toBe(6_005);
  });

  test('an order told again with other content is changed, and the totals with it', async () => {
    const head = 'order_id,customer,date,amount,status\n';
    await world.importFile(
      'orders',
      await world.write('a.csv', `${head}1,a,2026-04-01,100,paid\n2,a,2026-04-02,200,paid\n`),
    );
    await world.importFile('orders', await world.write('b.csv', `${head}2,a,2026-04-02,200,cancelled\n`));
    expect(await world.query('select order_count, order_amount from customer')).toEqual([
      { order_count: 1, order_amount: '100' },
    ]);
  });

  test('an event id that comes again with other content is refused, not silently dropped', async () => {
    const events =
      'id,customer,event,at,page\n1,a,visited,2026-04-01,top\n1,a,visited,2026-04-01,cart\n1,a,visited,2026-04-01,top\n';
    const row = await world.importFile('events', await world.write('e.csv', events));
    expect(row).toMatchObject({ rowsStored: 1, rowsUnchanged: 1, rowsRefused: 1 });
    expect(await english(row.id)).toEqual([expect.stringMatching(/^3 An event with this id was received before/)]);
  });

  test('customers: what is known already counts as unchanged, the last row about one wins', async () => {
    const head = 'customer,email,rank\n';
    const a = await world.write('a.csv', `${head}a,old@example.jp,1\nb,b@example.jp,2\na,new@example.jp,3\n`);
    expect(await world.importFile('customers', a)).toMatchObject({ rowsStored: 3, rowsUnchanged: 0 });
    expect(await world.query(`select email, attributes from customer where external_id = 'a'`)).toEqual([
      { email: 'new@example.jp', attributes: { rank: 3 } },
    ]);
    const b = await world.write('b.csv', `${head}a,new@example.jp,3\nb,changed@example.jp,2\n`);
    expect(await world.importFile('customers', b)).toMatchObject({ rowsStored: 1, rowsUnchanged: 1 });
  });

  test('nothing starts: the past is stored and counted only', async () => {
    await world.query(
      `insert into journey (workspace_id, name, status, draft, version, created_at, updated_at)
       values ($1, 'First', 'live', $2, 1, now(), now())`,
      [world.workspaceId, JSON.stringify(JOURNEY)],
    );
    await world.query(
      `insert into journey_version (workspace_id, journey_id, version, graph, published_at) values ($1, 1, 1, $2, now())`,
      [world.workspaceId, JSON.stringify(JOURNEY)],
    );
    const path = await world.write('a.csv', file(['a,2026-04-01,1']));
    await world.importFile('orders', path);
    expect(await world.query('select from enrollment')).toHaveLength(0);
    const asked = await world.write('b.csv', file(['b,2026-04-01,1']));
    await world.importFile('orders', asked, { startJourneys: true });
    expect(await world.query('select from enrollment')).toHaveLength(1);
  });
});

describe('files that cannot be used', () => {
  const cases: [string, string, RegExp][] = [
    ['columns nobody knows', 'foo,bar\n1,2\n', /No column is read as "customer" \(columns: foo, bar\)/],
    [
      'no header and no columns named',
      '1,2026-04-01,5\n2,2026-04-01,6\n',
      /has no header, so the column for "customer" is not known/,
    ],
    ['quotes that never match', `customer,date,amount\n${'a","\n'.repeat(100)}`, /never closed, the last on line/],
  ];
  test.each(cases)('%s', async (_name, content, reason) => {
    const row = await world.importFile('orders', await world.write('bad.csv', content));
    expect(row).toMatchObject({ state: 'failed', rowsStored: 0 });
    expect(row.error).toMatch(reason);
    expect(await world.query('select from customer')).toHaveLength(0);
  });

  test('a file that has gone', async () => {
    const path = await world.write('a.csv', file(['a,2026-04-01,1']));
    const row = await world.run(await world.add('orders', path), `${path}.gone`);
    expect(row).toMatchObject({ state: 'failed', error: expect.stringMatching(/There is no file/) });
  });
});

describe('a batch', () => {
  test('is all or nothing: what fails in the middle leaves no row, no number, no checkpoint', async () => {
    const path = await world.write('a.csv', file(orders(12_000)));
    const id = await world.add('orders', path);
    await world.query(
      `create function no() returns trigger language plpgsql as $$ begin raise 'the disk is on fire'; end $$`,
    );
    await world.query(
      `create trigger no before insert on shop_order for each row when (new.amount = 7777) execute function no()`,
    );
    await expect(world.run(id, path)).rejects.toThrow('the disk is on fire');
    expect(await world.query('select state, rows_stored::int, error from import')).toEqual([
      { state: 'failed', rows_stored: 5_000, error: expect.stringMatching(/Something went wrong/) },
    ]);
    expect(await stored()).toBe(5_000);
    await world.query('drop trigger no on shop_order');
    expect(await world.run(id, path)).toMatchObject({
      state: 'done',
      rowsStored: 12_000,
      rowsUnchanged: 0,
      error: null,
    });
    expect(await stored()).toBe(12_000);
  });

  test('whose connection breaks is stored again when the database is back, once', async () => {
    const path = await world.write('a.csv', file(orders(30_000)));
    const id = await world.add('orders', path);
    const troubles: string[] = [];
    const running = world.run(id, path, { onTrouble: (reason) => troubles.push(reason) });
    const cut = cutConnections();
    const row = await running;
    await cut();
    expect(row).toMatchObject({ state: 'done', rowsStored: 30_000, rowsUnchanged: 0 });
    expect(troubles.length).toBeGreaterThan(0);
    expect(await stored()).toBe(30_000);
  });

  test('waits for the database no longer than it may, says why, and is gone on with', async () => {
    const path = await world.write('a.csv', file(orders(30_000)));
    const id = await world.add('orders', path);
    const cut = cutConnections(5);
    const broken = await world.run(id, path, { patienceMs: 300 }).then(
      ({ error }) => error,
      (error: unknown) => String(error),
    );
    await cut();
    expect(broken).toMatch(/database|terminat|connection/i);
    const row = await world.run(id, path);
    expect(row).toMatchObject({ state: 'done', rowsStored: 30_000, rowsUnchanged: 0, error: null });
    expect(await stored()).toBe(30_000);
  });
});

test('two processes that run the same import store each row once', async () => {
  const path = await world.write('a.csv', file(orders(20_000)));
  const id = await world.add('orders', path);
  await Promise.allSettled([world.run(id, path), world.run(id, path)]);
  const row = await world.run(id, path);
  expect(row).toMatchObject({ state: 'done', rowsStored: 20_000, rowsUnchanged: 0 });
  expect(await stored()).toBe(20_000);
});

test('stopped between two batches it stays to be gone on with', async () => {
  const path = await world.write('a.csv', file([...orders(12_000), ...orders(5_000)]));
  const id = await world.add('orders', path);
  const stop = new AbortController();
  const onProgress = ({ rowsStored }: ImportRow) => rowsStored >= 10_000 && stop.abort();
  const row = await world.run(id, path, { signal: stop.signal, onProgress });
  expect(row).toMatchObject({ state: 'running', rowsStored: 10_000 });
  expect(row.bytesDone).toBeGreaterThan(0);
  expect(await world.run(id, path)).toMatchObject({ state: 'done', rowsStored: 17_000, rowsUnchanged: 0 });
  expect(await stored()).toBe(17_000);
});

/** Ends the application's connections again and again until told to stop, for two seconds at most. */
function cutConnections(everyMs = 150): () => Promise<void> {
  const stop = new AbortController();
  const cutting = (async () => {
    const client = new pg.Client({ connectionString: world.database.url });
    await client.connect();
    for (let times = 0; !stop.signal.aborted && times < 2_000 / everyMs; times++) {
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'tabiji' and state <> 'idle'`,
      );
      await pause(everyMs);
    }
    await client.end();
  })();
  return async () => {
    stop.abort();
    await cutting;
  };
}

const JOURNEY = JourneyGraph.parse({
  schema: 1,
  name: 'First',
  start: 'n1',
  settings: {},
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'exit', config: { reason: 'done' } },
  },
});
