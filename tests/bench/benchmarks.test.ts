import { afterAll, expect, test } from 'vitest';
import { BENCHMARKS } from './benchmarks.ts';
import { watchCpu } from './frame/cpu.ts';
import { startDurablePostgres, type DurablePostgres } from './frame/durable-postgres.ts';

/** Small enough to see that everything still fits together; the figures mean nothing. */
const TINY: Record<string, Record<string, number>> = {
  engine: { customers: 400, rounds: 1, workers: 2, window: 1 },
  backlog: { waiting: 800, due: 200, passes: 1 },
  latency: { rate: 20, seconds: 1 },
  ingest: { customers: 4000, rounds: 1, batch: 200, single: 50 },
  send: { mails: 40, rounds: 1 },
  cohort: { people: 150, rounds: 1 },
  reports: { mails: 2000, months: 2, rounds: 1 },
  planned: { people: 2000, rounds: 1 },
};

/** What other programs read. */
const KEYS: Record<string, string[]> = {
  engine: ['engine_steps_per_s', 'naive_steps_per_s', 'engine_over_naive', 'limit_rows_per_s', 'wakes_over_limit'],
  backlog: ['due_cost_10m_over_0'],
  latency: ['due_to_done_p99_ms', 'event_to_exit_p99_ms'],
  ingest: ['batch_events_per_s', 'single_events_per_s'],
  send: ['mails_per_s', 'liquidjs_mails_per_s', 'send_over_liquidjs'],
  cohort: ['people', 'steps', 'seconds', 'people_per_s'],
  reports: ['mails_in_month', 'mail_report_ms', 'journey_report_ms', 'one_mail_ms', 'file_ms', 'comparisons_ms'],
  planned: ['people', 'foreseen', 'planned_ms'],
};

let shared: Promise<DurablePostgres> | undefined;
afterAll(async () => (await shared)?.stop());

/** The editor's needs a browser: `tests/e2e/drawing-counts.test.ts`. */
const { editor: _, ...headless } = BENCHMARKS;

test.each(Object.entries(headless))(
  'pnpm bench %s runs, its books balance, its figures are there',
  async (name, benchmark) => {
    const postgres = await (shared ??= startDurablePostgres({ track_commit_timestamp: 'on', shared_buffers: '64MB' }));
    const measured = await benchmark.measure({
      settings: TINY[name] ?? {},
      startPostgres: () => Promise.resolve(postgres),
      watch: () => watchCpu([postgres.postmaster]),
      say: () => undefined,
    });
    for (const key of KEYS[name] ?? ['a list of its keys in this test'])
      expect(measured.figures[key], key).toBeTypeOf('number');
  },
  120_000,
);
