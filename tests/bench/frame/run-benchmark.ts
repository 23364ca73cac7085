import type { Benchmark, Measured } from './benchmark.ts';
import { watchCpu, type Used } from './cpu.ts';
import { startDurablePostgres, type DurablePostgres } from './durable-postgres.ts';
import { describeMachine, type Machine } from './machine.ts';

/** Above this other work has had a say in the figures. */
const QUIET_CORES = 0.1;

/** Runs one benchmark and prints what came out. Whatever happens, the server it started is stopped and removed. */
export async function runBenchmark(
  name: string,
  benchmark: Benchmark,
  settings: Readonly<Record<string, number>>,
  { json }: { json: boolean },
): Promise<Measured> {
  let server: DurablePostgres | undefined;
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= server?.stop() ?? Promise.resolve());
  const interrupted = () => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const machine = describeMachine();
  const readings: Used[] = [];
  try {
    const measured = await benchmark.measure({
      settings,
      async startPostgres(extra) {
        server = await startDurablePostgres(extra);
        return server;
      },
      watch() {
        const watch = watchCpu(server ? [server.postmaster] : []);
        return {
          read() {
            const used = watch.read();
            readings.push(used);
            return used;
          },
        };
      },
      say: (line) => console.error(line),
    });
    tell({ name, settings, machine, server, measured, other: otherOf(readings) }, json);
    return measured;
  } finally {
    await stop();
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

/** Foreign cores over the time that was measured, and in the worst part of it. */
function otherOf(readings: readonly Used[]): { mean: number; most: number } {
  const seconds = readings.reduce((sum, used) => sum + used.seconds, 0);
  const busy = readings.reduce((sum, { otherCores, seconds: part }) => sum + otherCores * part, 0);
  return { mean: busy / seconds, most: Math.max(...readings.map(({ otherCores }) => otherCores)) };
}

interface Result {
  name: string;
  settings: Readonly<Record<string, number>>;
  machine: Machine;
  server: DurablePostgres | undefined;
  measured: Measured;
  other: { mean: number; most: number };
}

function tell({ name, settings, machine, server, measured, other }: Result, json: boolean): void {
  const { figures, spreads = {}, details = {}, notes } = measured;
  const postgres = server && { version: server.version, ...server.settings };
  if (json) {
    const round = { other_cores: shorten(other.mean), other_cores_most: shorten(other.most) };
    const shown = (values: Readonly<Record<string, number>>) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shorten(value)]));
    const ranges = Object.fromEntries(Object.entries(spreads).map(([key, spread]) => [key, shown({ ...spread })]));
    console.log(
      JSON.stringify({ bench: name, ...shown(figures), ...round, ranges, details, settings, machine, postgres }),
    );
    return;
  }
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  console.log(`\nbench ${name}\n`);
  for (const [key, value] of Object.entries(figures)) {
    const spread = spreads[key];
    const range = spread ? `   (${readable(spread.least)} – ${readable(spread.most)})` : '';
    console.log(`  ${key.padEnd(width)}  ${readable(value).padStart(10)}${range}`);
  }
  console.log(`\n${notes.map((note) => `  ${note}`).join('\n')}\n`);
  console.log(`  ${machine.cores} cores ${machine.processor}, ${machine.memory_gb} GB, ${machine.system}`);
  const packages = Object.entries(machine.packages).map(([key, version]) => `${key} ${version}`);
  console.log(
    `  Node ${machine.node}, PostgreSQL ${server?.version ?? '–'}, ${packages.join(', ')}, ${machine.commit}`,
  );
  const loud = other.mean > QUIET_CORES ? ' – NOT QUIET: repeat on a quiet machine before quoting anything' : '';
  console.log(`  other processes kept ${other.mean.toFixed(2)} cores busy (at most ${other.most.toFixed(2)})${loud}\n`);
}

const shorten = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(5)) : null);
const readable = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 6 : 3 });
