import { spreadOf, type Bench, type Benchmark, type Measured, type Spread } from '../frame/benchmark.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { openServices } from '../world/services.ts';
import { drain } from './drain.ts';
import { fillBacklog, WORKSPACE } from './fill.ts';

/** Whether those who wait make those who are due dearer. */
export const backlog: Benchmark = {
  about: 'PostgreSQL time for each enrollment that is due, with millions waiting and with none',
  settings: {
    waiting: { usual: 10_000_000, about: 'enrollments that wait' },
    due: { usual: 100_000, about: 'enrollments that become due in each pass' },
    passes: { usual: 3, about: 'passes in the steady state; the median counts' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { waiting = 0, due = 0, passes = 0 } = bench.settings;
  const postgres = await bench.startPostgres({
    shared_buffers: '6GB',
    effective_cache_size: '12GB',
    autovacuum: 'off',
  });
  const none = await measureOne(bench, postgres, { waiting: 0, due, passes });
  const many = await measureOne(bench, postgres, { waiting, due, passes });
  const ratio = many.steady.median / none.steady.median;
  return {
    figures: {
      due_cost_10m_over_0: ratio,
      waiting,
      due_us_with_waiting: many.steady.median,
      due_us_with_none: none.steady.median,
      fresh_us_with_waiting: many.fresh,
      fresh_us_with_none: none.fresh,
      idle_claim_ms_with_waiting: many.idleMs,
      idle_claim_ms_with_none: none.idleMs,
    },
    spreads: { due_us_with_waiting: many.steady, due_us_with_none: none.steady },
    details: { bytes: many.bytes, fill_seconds: many.fillSeconds },
    notes: [
      `PostgreSQL CPU for each of ${due.toLocaleString('en')} due enrollments, ${waiting.toLocaleString('en')} waiting against none: claim,`,
      'facts, position, diary and commit by the production statements, every next due date anywhere in twelve days. Steady:',
      'the pages have been written since the last checkpoint; fresh: the first pass after one, whose page images count.',
      'Autovacuum is off in both, so that it does not fall into one of them by chance. One connection.',
    ],
  };
}

interface Cost {
  /** Microseconds of PostgreSQL's CPU for each due enrollment. */
  steady: Spread;
  /** The same in the first pass after a checkpoint. */
  fresh: number;
  /** A claim that finds nothing due. */
  idleMs: number;
  bytes: number;
  fillSeconds: number;
}

async function measureOne(
  bench: Bench,
  postgres: DurablePostgres,
  { waiting, due, passes }: { waiting: number; due: number; passes: number },
): Promise<Cost> {
  bench.say(`filling in ${waiting.toLocaleString('en')} enrollments that wait`);
  const started = performance.now();
  const url = await fillBacklog(postgres, { waiting, due });
  const fillSeconds = (performance.now() - started) / 1000;
  try {
    await using services = openServices(url, 1);
    const every = Math.round((waiting + due) / due);
    const pass = async () => {
      const watch = bench.watch();
      const woken = await drain(services);
      const used = watch.read();
      bench.say(`  ${woken} due: ${((used.postgres / woken) * 1e6).toFixed(1)} µs each`);
      if (woken < due * 0.9) throw new Error(`${woken} of ${due} were due`);
      return (used.postgres / woken) * 1e6;
    };
    await asOwner(url, 'checkpoint');
    const fresh = await pass();
    const steady: number[] = [];
    for (let round = 0; round <= passes; round++) {
      await asOwner(
        url,
        `update enrollment set due_at = now() - random() * interval '1 hour' where workspace_id = ${WORKSPACE} and id % ${every} = 0`,
      );
      const cost = await pass();
      if (round > 0) steady.push(cost); // the one before it touched what the first pass had not
    }
    const idle: number[] = [];
    for (let i = 0; i < 20; i++) {
      const before = performance.now();
      await drain(services);
      idle.push((performance.now() - before) / 8);
    }
    const [size] = await asOwner<{ bytes: number }>(
      url,
      `select pg_total_relation_size('enrollment')::float8 as bytes`,
    );
    return { steady: spreadOf(steady), fresh, idleMs: spreadOf(idle).median, bytes: size?.bytes ?? 0, fillSeconds };
  } finally {
    await postgres.drop(url);
  }
}
