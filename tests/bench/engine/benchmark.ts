import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { openNaive } from '../naive/naive.ts';
import { runLimit } from './limit.ts';
import { runEngine } from './ours.ts';
import { prepareCustomers } from './prepare.ts';

/** Steps a second of the engine, against what everybody writes first and against what the disk and the index allow. */
export const engine: Benchmark = {
  about: 'steps a second, against one job per step and against a plain UPDATE of the same rows',
  settings: {
    customers: { usual: 200_000, about: 'customers in the journey' },
    rounds: { usual: 5, about: 'rounds; the median counts' },
    workers: { usual: 2, about: 'worker processes, and connections of the plain UPDATE' },
    window: { usual: 12, about: 'seconds in which one job per step is measured' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { customers = 0, rounds = 0, workers = 0, window = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  bench.say(`preparing ${customers.toLocaleString('en')} customers`);
  const prepared = await prepareCustomers(postgres, customers);
  await using naive = window > 0 ? await openNaive(postgres, customers) : undefined;

  const [naiveSteps, steps, wakes, limits, ratios, shares]: number[][] = [[], [], [], [], [], []];
  const costs = { postgres: [] as number[], node: [] as number[], wal: [] as number[], results: [] as number[] };
  for (let round = 1; round <= rounds; round++) {
    const one = naive ? await naive.run(bench, window) : Number.NaN;
    const ours = await runEngine(bench, postgres, prepared, { customers, workers });
    const limit = await runLimit(bench, postgres, prepared, { connections: workers, passes: 3 });
    naiveSteps!.push(one);
    steps!.push(ours.steps / ours.seconds);
    wakes!.push(ours.wakes / ours.seconds);
    limits!.push(limit.rowsPerSecond);
    ratios!.push(ours.steps / ours.seconds / one);
    shares!.push(ours.wakes / ours.seconds / limit.rowsPerSecond);
    costs.postgres.push((ours.postgres / ours.wakes) * 1e6);
    costs.node.push((ours.node / ours.wakes) * 1e6);
    costs.wal.push(ours.walBytes / ours.wakes);
    costs.results.push(ours.resultSeconds);
    bench.say(
      `round ${round}: one job per step ${one.toFixed(0)} steps/s, engine ${steps!.at(-1)?.toFixed(0)} steps/s = ` +
        `${wakes!.at(-1)?.toFixed(0)} wakes/s (${costs.postgres.at(-1)?.toFixed(1)} + ${costs.node.at(-1)?.toFixed(1)} µs a wake), ` +
        `plain UPDATE ${limit.rowsPerSecond.toFixed(0)} rows/s (${(limit.postgresPerRow * 1e6).toFixed(1)} µs)`,
    );
  }
  const spreads = {
    engine_steps_per_s: spreadOf(steps!),
    naive_steps_per_s: spreadOf(naiveSteps!),
    engine_over_naive: spreadOf(ratios!),
    wakes_per_s: spreadOf(wakes!),
    limit_rows_per_s: spreadOf(limits!),
    wakes_over_limit: spreadOf(shares!),
    postgres_us_per_wake: spreadOf(costs.postgres),
    node_us_per_wake: spreadOf(costs.node),
    wal_bytes_per_wake: spreadOf(costs.wal),
  };
  return {
    figures: Object.fromEntries(Object.entries(spreads).map(([key, { median }]) => [key, median])),
    spreads,
    details: { results_seconds: spreadOf(costs.results) },
    notes: NOTES(customers, workers),
  };
}

const NOTES = (customers: number, workers: number) => [
  `A step is a visit of one customer at one node, a wake one claim of one customer. ${customers.toLocaleString('en')} customers went`,
  `through ten nodes to the exit, due in random order, ${workers} worker processes; positions, outbox rows, diary rows and`,
  'counters were written, everything durable, and the books were checked after each round. The results of the mails were',
  'written in bulk between the waves, in place of the sender, outside the measured time. The first touch of every page after',
  'a checkpoint is part of it. Ratios are taken within a round; the median of the rounds is shown, with their range.',
];
