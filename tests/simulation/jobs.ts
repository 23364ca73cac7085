import type { Fault } from './world/faults.ts';
import { FAULTS } from './world/faults.ts';
import { MUTANTS } from './mutants/all.ts';
import { simulate } from './simulate.ts';

/** A piece of work for one process: seeds that must break no rule, or a planted bug that some seed must find. */
export type Job = { kind: 'seeds'; seeds: readonly number[] } | { kind: 'mutant'; name: string; most: number };

export interface SeedsDone {
  kind: 'seeds';
  seeds: number;
  faults: Record<Fault, number>;
  /** Seeds that broke a rule, each with the first one it broke. */
  violations: { seed: number; rule: string }[];
}

export interface MutantDone {
  kind: 'mutant';
  name: string;
  /** The first seed that found it, of so many; absent when none did. */
  seed?: number;
  rule?: string;
}

export type Done = SeedsDone | MutantDone;

/** A mutant has time to show itself; a seed that runs away is a finding, too. */
export async function work(job: Job): Promise<Done> {
  return job.kind === 'seeds' ? runSeeds(job.seeds) : huntMutant(job.name, job.most);
}

async function runSeeds(seeds: readonly number[]): Promise<SeedsDone> {
  const faults = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>;
  const violations: SeedsDone['violations'] = [];
  for (const seed of seeds) {
    const outcome = await simulate(seed);
    for (const fault of FAULTS) faults[fault] += outcome.faults[fault];
    const [rule] = outcome.violations;
    if (rule !== undefined) violations.push({ seed, rule });
  }
  return { kind: 'seeds', seeds: seeds.length, faults, violations };
}

async function huntMutant(name: string, most: number): Promise<MutantDone> {
  const mutant = MUTANTS[name];
  if (!mutant) throw new Error(`there is no mutant "${name}"`);
  for (let seed = 1; seed <= most; seed++) {
    const { violations } = await simulate(seed, { mutant });
    if (violations[0] !== undefined) return { kind: 'mutant', name, seed, rule: violations[0] };
  }
  return { kind: 'mutant', name };
}
