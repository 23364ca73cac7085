import path from 'node:path';
import { PgBoss } from 'pg-boss';
import type { Bench } from '../frame/benchmark.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { startWorkers } from '../frame/workers.ts';
import { NODES, QUEUE, type Step } from './path.ts';

const PROGRAM = path.join(import.meta.dirname, 'worker-process.ts');
const BACKLOG = 100_000;
const PER_CALL = 5000;

/** The engine that everybody writes first, with a backlog that no round comes to the end of. */
export interface Naive extends AsyncDisposable {
  /** Steps a second in a window of so many seconds. */
  run: (bench: Bench, seconds: number) => Promise<number>;
}

/** Makes its tables and its backlog: one waiting job for each customer, who stand at all nodes of the journey alike. */
export async function openNaive(postgres: DurablePostgres, customers: number): Promise<Naive> {
  const url = await postgres.createMigrated();
  const people = Math.min(customers, BACKLOG);
  await asOwner(
    url,
    `create schema naive;
     create table naive.customer (id bigint primary key, email text not null, attributes jsonb not null);
     create table naive.event (id bigint generated always as identity primary key, customer_id bigint not null, name text not null,
       at timestamptz not null);
     create table naive.position (customer_id bigint primary key, node int not null, seq int not null, entered_at timestamptz not null,
       updated_at timestamptz not null, ended_at timestamptz);
     create table naive.message (id bigint generated always as identity primary key, customer_id bigint not null, template text not null,
       status text not null default 'queued', created_at timestamptz not null default now(), unique (customer_id, template));
     insert into naive.customer select n, 'c' || n || '@example.com',
            jsonb_build_object('plan', case when abs(hashint8(n)) % 10 < 4 then 'pro' else 'free' end)
       from generate_series(1, ${people}) n;
     insert into naive.event (customer_id, name, at) select n, 'purchase', now() + interval '1 hour' from generate_series(4, ${people}, 4) n;
     create index on naive.event (customer_id, name, at);
     insert into naive.position select n, n % ${NODES.length}, n % ${NODES.length}, now(), now(), null from generate_series(1, ${people}) n`,
  );
  const boss = new PgBoss({ connectionString: url, schema: 'boss', max: 2, useListenNotify: true });
  await boss.start();
  await boss.createQueue(QUEUE, { notify: true, retryLimit: 2 });
  for (let first = 1; first <= people; first += PER_CALL) {
    const count = Math.min(PER_CALL, people - first + 1);
    const data = Array.from({ length: count }, (_, i): Step => {
      const at = (first + i) % NODES.length;
      return { customer: first + i, node: at, seq: at };
    });
    await boss.insert(
      QUEUE,
      data.map((step) => ({ data: step })),
    );
  }
  await boss.stop({ graceful: false });
  await asOwner(url, 'vacuum (freeze, analyze)');

  const done = async () =>
    (await asOwner<{ n: number }>(url, `select sum(seq)::int as n from naive.position`))[0]?.n ?? 0;
  return {
    async run(bench, seconds) {
      await using crew = await startWorkers(PROGRAM, 1, [url, String(seconds)]);
      await asOwner(url, 'checkpoint');
      const before = await done();
      const watch = bench.watch();
      await crew.work();
      const used = watch.read();
      return ((await done()) - before) / used.seconds;
    },
    [Symbol.asyncDispose]: () => postgres.drop(url),
  };
}
