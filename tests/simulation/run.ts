import { parseArgs } from 'node:util';
import { inProcesses } from './in-processes.ts';
import type { Done, Job, MutantDone, SeedsDone } from './jobs.ts';
import { MUTANTS } from './mutants/all.ts';
import known from './seeds.json' with { type: 'json' };
import { simulate } from './simulate.ts';

const USAGE = `pnpm sim [--seeds N] [--mutants] [--json]   N seeds (1,000), and whether each planted bug is found
pnpm sim --seed N [--trace] [--mutant NAME]  one of them alone, with everything that happened`;
const CHUNK = 50;
const PROCESSES = 2;
/** Each planted bug must be found within so many seeds. */
const MOST = 1000;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    mutants: { type: 'boolean' },
    mutant: { type: 'string' },
    trace: { type: 'boolean' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

if (values.help) console.log(USAGE);
else if (values.seed !== undefined) await runOne(Number(values.seed));
else await runMany(Number(values.seeds ?? 1000));

async function runOne(seed: number): Promise<void> {
  const mutant = values.mutant === undefined ? {} : MUTANTS[values.mutant];
  if (!mutant) throw new Error(`there is no mutant "${values.mutant}"; there are: ${Object.keys(MUTANTS).join(', ')}`);
  const { violations, lines, hash } = await simulate(seed, { mutant, trace: values.trace === true });
  for (const line of lines) console.log(line);
  for (const violation of violations) console.log(violation);
  console.log(`seed ${seed}: ${violations.length} broken, ${hash}`);
  if (violations.length > 0) process.exitCode = 1;
}

async function runMany(count: number): Promise<void> {
  const seeds = [...known.seeds, ...Array.from({ length: count }, (_, i) => i + 1)];
  const chunks = Array.from({ length: Math.ceil(seeds.length / CHUNK) }, (_, i) =>
    seeds.slice(i * CHUNK, (i + 1) * CHUNK),
  );
  const jobs: Job[] = chunks.map((chunk) => ({ kind: 'seeds', seeds: chunk }));
  if (values.mutants) jobs.unshift(...Object.keys(MUTANTS).map((name): Job => ({ kind: 'mutant', name, most: MOST })));
  const start = performance.now();
  const done = await inProcesses(jobs, PROCESSES, tell);
  report(done, count, (performance.now() - start) / 1000);
}

/** Says at once what must be looked at. */
function tell(done: Done): void {
  if (values.json) return;
  if (done.kind === 'seeds')
    for (const { seed, rule } of done.violations) console.log(`${rule}\n  alone: pnpm sim --seed ${seed} --trace`);
  else if (done.seed === undefined) console.log(`not found: ${done.name}`);
  else console.log(`found at seed ${done.seed}: ${done.name} (${done.rule?.split(':')[0]})`);
}

function report(done: readonly Done[], seeds: number, seconds: number): void {
  const ran = done.filter((one): one is SeedsDone => one.kind === 'seeds');
  const mutants = done.filter((one): one is MutantDone => one.kind === 'mutant');
  const kinds: Record<string, number> = {};
  for (const { faults } of ran) for (const [kind, n] of Object.entries(faults)) kinds[kind] = (kinds[kind] ?? 0) + n;
  const violations = ran.flatMap((one) => one.violations);
  const caught = mutants.filter(({ seed }) => seed !== undefined);
  const result = {
    seeds,
    faults: Object.values(kinds).reduce((sum, n) => sum + n, 0),
    violations: violations.length,
    mutants: mutants.length,
    mutants_caught: caught.length,
    fault_kinds: kinds,
    failing_seeds: violations.map(({ seed }) => seed).slice(0, 20),
    seconds: Math.round(seconds * 10) / 10,
  };
  if (values.json) console.log(JSON.stringify(result));
  else {
    for (const [kind, n] of Object.entries(kinds)) console.log(`${String(n).padStart(9)} ${kind}`);
    console.log(
      `${seeds} seeds, ${result.faults} faults, ${violations.length} violations, ${caught.length} of ${mutants.length} planted bugs found, ${result.seconds} s`,
    );
  }
  if (violations.length > 0 || caught.length < mutants.length) process.exitCode = 1;
}
