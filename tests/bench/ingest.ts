import { fork } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { migrate } from '@tabiji/migrations';
import { connect } from '@tabiji/server/db/connect.ts';
import { startLocalPostgres } from '@tabiji/server/local-postgres.ts';
import pg from 'pg';
import { freePort } from '../support/server-process.ts';
import { checkBooks, countBooks } from './ingest/books.ts';
import { openLoad } from './ingest/load.ts';
import { cpuSeconds, machine } from './ingest/machine.ts';
import { openShop } from './ingest/open-shop.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    customers: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '3' },
    batch: { type: 'string', default: '200000' },
    single: { type: 'string', default: '50000' },
    profile: { type: 'string' },
    keep: { type: 'string' },
  },
});
const customers = Number(values.customers);
const say = (line: string) => (values.json ? undefined : process.stdout.write(`${line}\n`));

await using stack = new AsyncDisposableStack();
const folder = values.keep ?? (await mkdtemp(path.join(os.tmpdir(), 'tabiji-bench-')));
if (values.keep === undefined) stack.defer(() => rm(folder, { recursive: true, force: true }));
const postgres = await startLocalPostgres({
  folder,
  role: 'tests',
  settings: { shared_buffers: '512MB', max_wal_size: '4GB', synchronous_commit: 'on' },
});
stack.defer(postgres.stop);
const postmaster = Number((await readFile(path.join(folder, 'db/postmaster.pid'), 'utf8')).split('\n')[0]);
await migrate(postgres.url);
const owner = new pg.Client({ connectionString: postgres.url });
await owner.connect();
stack.defer(() => owner.end());
const db = connect(postgres.url, 2, () => undefined);
stack.defer(() => db.destroy());
const since = performance.now();
const workspace = await openShop(owner, db, customers);
say(`${customers} customers loaded in ${((performance.now() - since) / 1000).toFixed(1)} s`);

const port = await freePort();
const api = fork(path.join(import.meta.dirname, 'ingest/api-process.ts'), [postgres.url, String(port)], {
  execArgv: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
});
const exited = new Promise((resolve) => api.once('exit', resolve));
stack.defer(async () => {
  if (api.connected) api.disconnect();
  await exited;
});
await new Promise((resolve) => api.once('message', resolve));

const KINDS = [
  { name: 'batch', facts: Number(values.batch), perRequest: 100, connections: 24 },
  { name: 'single', facts: Number(values.single), perRequest: 1, connections: 128 },
] as const;
const rates = { batch: [] as number[], single: [] as number[] };
const foreign: number[] = [];
let round = 0;
for (let i = 0; i < Number(values.rounds); i++)
  for (const kind of KINDS) {
    const load = await openLoad({ ...kind, port, workspace, customers, round: round++ });
    await owner.query('checkpoint');
    const [books, cpu] = [await countBooks(owner), cpuSeconds(postmaster, [api.pid!, load.pid, process.pid])];
    const done = await load.go();
    const used = cpuSeconds(postmaster, [api.pid!, load.pid, process.pid]);
    await checkBooks(owner, books, load.expected, done);
    const rate = kind.facts / done.seconds;
    rates[kind.name].push(rate);
    const spent = used.own.map((one, n) => one - cpu.own[n]!);
    const pgSpent = used.postgres - cpu.postgres;
    const others = (used.all - cpu.all - pgSpent - spent.reduce((a, b) => a + b)) / done.seconds;
    foreign.push(others);
    const each = (seconds: number) => `${((seconds / kind.facts) * 1e6).toFixed(1)} µs`;
    say(
      `${kind.name.padEnd(6)} ${rate.toFixed(0).padStart(6)} events/s  api ${each(spent[0]!)}  postgres ${each(pgSpent)}` +
        `  load ${each(spent[1]!)}  p50 ${done.p50.toFixed(1)} ms  p99 ${done.p99.toFixed(1)} ms  others ${others.toFixed(2)} cores`,
    );
  }

const median = (list: readonly number[]) => Math.round(list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!);
const result = {
  batch_events_per_s: median(rates.batch),
  single_events_per_s: median(rates.single),
  customers,
  rounds: Number(values.rounds),
  foreign_cpu: Number(Math.max(...foreign).toFixed(2)),
  machine: machine(),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
