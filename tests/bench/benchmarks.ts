import { backlog } from './backlog/benchmark.ts';
import { cohort } from './cohort/benchmark.ts';
import { editor } from './editor/benchmark.ts';
import { engine } from './engine/benchmark.ts';
import type { Benchmark } from './frame/benchmark.ts';
import { ingest } from './ingest/benchmark.ts';
import { latency } from './latency/benchmark.ts';
import { planned } from './planned/benchmark.ts';
import { reports } from './reports/benchmark.ts';
import { send } from './send/benchmark.ts';

/** One file each; whatever is in this table can be asked for by its name. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  engine,
  backlog,
  latency,
  ingest,
  send,
  editor,
  cohort,
  reports,
  planned,
};
