import { fork } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../../support/server-process.ts';
import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { cpuOf } from '../frame/cpu.ts';
import { openServices } from '../world/services.ts';
import { checkBooks, countBooks } from './books.ts';
import { openLoad } from './load.ts';
import { openShop } from './open-shop.ts';

/** Events a second over HTTP, with everything that events cause. */
export const ingest: Benchmark = {
  about: 'events a second over HTTP, with everything an event causes',
  settings: {
    customers: { usual: 1_000_000, about: 'customers in the workspace' },
    rounds: { usual: 3, about: 'rounds of each kind; the median counts' },
    batch: { usual: 300_000, about: 'events of a round, 100 in a request' },
    single: { usual: 60_000, about: 'events of a round, one in a request' },
  },
  measure,
};

const KINDS = [
  { name: 'batch', perRequest: 100, connections: 24 },
  { name: 'single', perRequest: 1, connections: 256 },
] as const;

async function measure(bench: Bench): Promise<Measured> {
  const { customers = 0, rounds = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  await using stack = new AsyncDisposableStack();
  const url = await postgres.createMigrated();
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  stack.defer(() => owner.end());
  bench.say(`opening a shop with ${customers.toLocaleString('en')} customers`);
  const { db } = stack.use(openServices(url, 2));
  const workspace = await openShop(owner, db, customers);
  const api = stack.use(await openApi(url));

  const kinds = KINDS.filter(({ name }) => (bench.settings[name] ?? 0) > 0);
  const rates = new Map(kinds.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds * kinds.length; round++) {
    const kind = kinds[round % kinds.length]!;
    const facts = bench.settings[kind.name]!;
    const load = await openLoad({ ...kind, facts, port: api.port, workspace, customers, round });
    await owner.query('checkpoint');
    const books = await countBooks(owner);
    const transactions = await countTransactions(owner);
    const watch = bench.watch();
    const before = { api: cpuOf(api.pid), load: cpuOf(load.pid) };
    const done = await load.go();
    const after = { api: cpuOf(api.pid), load: cpuOf(load.pid) };
    const used = watch.read();
    const written = (await countTransactions(owner)) - transactions;
    await load.end();
    await checkBooks(owner, books, load.expected, done);
    rates.get(kind.name)!.push(facts / done.seconds);
    const each = (seconds: number) => `${((seconds / facts) * 1e6).toFixed(1)} µs`;
    bench.say(
      `${kind.name.padEnd(6)} ${(facts / done.seconds).toFixed(0).padStart(6)} events/s, each ${each(after.api - before.api)} API, ` +
        `${each(used.postgres)} PostgreSQL, ${each(after.load - before.load)} load; ${(facts / written).toFixed(0)} in a transaction; answers p50 ${done.p50.toFixed(1)} ms, ` +
        `p99 ${done.p99.toFixed(1)} ms; others ${used.otherCores.toFixed(2)} cores`,
    );
  }
  const spreads = Object.fromEntries(
    [...rates].map(([name, values]) => [`${name}_events_per_s`, spreadOf(values)] as const),
  );
  return {
    figures: Object.fromEntries(Object.entries(spreads).map(([key, { median }]) => [key, median])),
    spreads,
    notes: NOTES(customers),
  };
}

/** Transactions that have written something since the server began. */
async function countTransactions(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ n: string }>('select txid_current() as n');
  return Number(rows[0]!.n);
}

/** One API process; workers are other processes' business, and none runs. */
async function openApi(url: string) {
  const port = await freePort();
  const child = fork(path.resolve(import.meta.dirname, '../../support/api-process.ts'), [url, String(port)]);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the API process ended with ${code}`)));
  });
  return {
    port,
    pid: child.pid!,
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

const NOTES = (customers: number) => [
  `One API process, ${customers.toLocaleString('en')} customers, twenty live journeys, five segments, every tenth customer inside a journey. 5 % of`,
  'the events match a live journey (they start one, end a passage, move segments, plan timers, count as purchases), 1 % are',
  'told twice, 0.1 % tell of somebody unknown; the others concern no journey. Answers come after the commit, everything durable.',
  'The load generator runs on the same machine. After each round the books are checked: rows, totals, duplicates, entries, exits.',
];
