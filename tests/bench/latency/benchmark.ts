import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../../support/server-process.ts';
import { quantile, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { startProcess } from '../frame/workers.ts';
import { prepareShop, waiting, WORKSPACE, type Journeys } from './prepare.ts';
import { trickle } from './trickle.ts';

/** How late things happen while little is going on: one real server process, all of the time between due and committed. */
export const latency: Benchmark = {
  about: 'from due to done, from an event to the exit or the first node it causes, at a trickle',
  settings: {
    rate: { usual: 200, about: 'enrollments or events a second' },
    seconds: { usual: 20, about: 'seconds of each trickle' },
  },
  measure,
};

const APP = new URL('app-process.ts', import.meta.url).pathname;

async function measure(bench: Bench): Promise<Measured> {
  const { rate = 0, seconds = 0 } = bench.settings;
  const customers = rate * seconds;
  const postgres = await bench.startPostgres({ track_commit_timestamp: 'on' });
  const { url, journeys } = await prepareShop(postgres, customers);
  const port = await freePort();
  await using _ = await startProcess(APP, [url, String(port)]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await warmUp(client, journeys, port);
    bench.say(`${rate} a second become due`);
    const watch = bench.watch();
    const due = await dueToDone(client, journeys, { rate, seconds });
    const dueCpu = watch.read();
    bench.say(`${rate} events a second: half of them meet a goal, half begin a journey`);
    const again = bench.watch();
    const heard = await eventToEffect(client, journeys, port, { rate, seconds });
    const eventCpu = again.read();
    const figures = {
      ...percentiles('due_to_done', due),
      ...percentiles('event_to_exit', heard.exits),
      ...percentiles('event_to_first_node', heard.entries),
    };
    const cores = {
      due: (dueCpu.postgres + dueCpu.ours) / dueCpu.seconds,
      events: (eventCpu.postgres + eventCpu.ours) / eventCpu.seconds,
    };
    return {
      figures,
      details: { cores, due: due.length, exits: heard.exits.length, entries: heard.entries.length },
      notes: NOTES,
    };
  } finally {
    await client.end();
  }
}

const percentiles = (name: string, values: readonly number[]) => ({
  [`${name}_p50_ms`]: quantile(values, 0.5),
  [`${name}_p99_ms`]: quantile(values, 0.99),
  [`${name}_max_ms`]: Math.max(...values),
});

/** Above this customers' numbers are those of the warming up. */
const WARM = 1_000_000_000;

/** The first jobs and requests of a process compile and connect; that is a start, not a trickle. */
async function warmUp(client: pg.Client, { due }: Journeys, port: number): Promise<void> {
  await client.query(
    `insert into customer (workspace_id, id, external_id, created_at, updated_at)
     select ${WORKSPACE}, ${WARM} + n, 'warm' || n, now(), now() from generate_series(1, 50) n`,
  );
  await client.query(waiting(due, 'now()', `generate_series(${WARM} + 1, ${WARM} + 50) n`));
  for (let i = 1; i <= 50; i++) await track(port, { event: 'looked', customer: `warm${i}`, id: `warm-${i}` });
  await sleep(1500);
}

interface Load {
  rate: number;
  seconds: number;
}

async function dueToDone(client: pg.Client, { due }: Journeys, { rate, seconds }: Load): Promise<number[]> {
  // Due within the next one and a half seconds, at any millisecond.
  const soon = `date_trunc('milliseconds', clock_timestamp()) + floor(random() * 1500) * interval '1 millisecond'`;
  await trickle(rate, seconds, async (numbers) => {
    await client.query(waiting(due, soon, `unnest('{${numbers.map((n) => n + 1).join()}}'::bigint[]) n`));
  });
  await untilNone(client, `select count(*)::int as n from enrollment where journey_id = ${due} and ended_at is null`);
  const { rows } = await client.query<{ ms: number }>(
    `select (extract(epoch from pg_xact_commit_timestamp(e.xmin) - w.due_at) * 1000)::float8 as ms
       from enrollment e join waited w on w.enrollment_id = e.id
      where e.journey_id = $1 and e.ended_at is not null and e.customer_id < ${WARM}`,
    [due],
  );
  return complete(
    rows.map(({ ms }) => ms),
    rate * seconds,
    'are done',
  );
}

async function eventToEffect(client: pg.Client, journeys: Journeys, port: number, { rate, seconds }: Load) {
  const told = { bought: [] as number[], looked: [] as number[] };
  await trickle(rate, seconds, async (numbers) => {
    await Promise.all(
      numbers.map((n) => {
        const event = n % 2 ? 'bought' : 'looked';
        const customer = told[event].push(Date.now());
        return track(port, { event, customer: `c${customer}`, id: `${event}-${customer}` });
      }),
    );
  });
  await untilNone(
    client,
    `select count(*)::int as n from enrollment where due_at <= clock_timestamp() or (journey_id = ${journeys.entry} and node <> 'rest')`,
  );
  const committed = async (journey: number, state: string) =>
    (
      await client.query<{ customer: number; at: number }>(
        `select customer_id::int as customer, (extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000)::float8 as at
           from enrollment where journey_id = $1 and customer_id < ${WARM} and ${state}`,
        [journey],
      )
    ).rows;
  const exits = await committed(journeys.goal, `exit_reason = 'goal'`);
  const entries = await committed(journeys.entry, `node = 'rest'`);
  return {
    exits: complete(
      exits.map(({ customer, at }) => at - told.bought[customer - 1]!),
      told.bought.length,
      'have left',
    ),
    entries: complete(
      entries.map(({ customer, at }) => at - told.looked[customer - 1]!),
      told.looked.length,
      'have entered',
    ),
  };
}

/** @throws Error when it takes longer than half a minute */
async function untilNone(client: pg.Client, count: string): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await sleep(500);
    if ((await client.query<{ n: number }>(count)).rows[0]?.n === 0) return;
  }
  throw new Error('some are still under way half a minute later');
}

/** @throws Error when some are missing: a benchmark that loses people measures nothing */
function complete(values: number[], wanted: number, what: string): number[] {
  if (values.length !== wanted) throw new Error(`${values.length} of ${wanted} ${what}`);
  return values;
}

async function track(port: number, event: { event: string; customer: string; id: string }): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(event),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

const NOTES = [
  'One server process as it is run (HTTP, queue, doorbell, worker) beside the load, everything durable. Done means committed',
  '(commit timestamps of the database); an event counts from before its request leaves. Due: enrollments appear in the database',
  'unannounced, due at any millisecond of the next 1.5 s. First node: the enrollment that the event began rests at its wait.',
];
