import { describe, expect, test } from 'vitest';
import { inProcesses } from './in-processes.ts';
import type { Job, MutantDone, SeedsDone } from './jobs.ts';
import { MUTANTS } from './mutants/all.ts';
import known from './seeds.json' with { type: 'json' };
import { simulate } from './simulate.ts';
import { FAULTS } from './world/faults.ts';

const SEEDS = 600;
const PROCESSES = 2;

test('a seed always tells the same story', async () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) expect((await simulate(seed)).hash).toBe((await simulate(seed)).hash);
});

test(`${SEEDS} rough fortnights break no rule, and every kind of fault happens`, { timeout: 300_000 }, async () => {
  const seeds = [...known.seeds, ...Array.from({ length: SEEDS }, (_, i) => i + 1)];
  const jobs = Array.from({ length: Math.ceil(seeds.length / 50) }, (_, i): Job => {
    return { kind: 'seeds', seeds: seeds.slice(i * 50, (i + 1) * 50) };
  });
  const done = (await inProcesses(jobs, PROCESSES)) as SeedsDone[];
  expect(done.flatMap(({ violations }) => violations)).toEqual([]);
  expect(FAULTS.filter((fault) => done.every(({ faults }) => faults[fault] === 0))).toEqual([]);
});

describe('planted bugs', () => {
  const names = Object.keys(MUTANTS);

  test('there are at least fifteen', () => expect(names.length).toBeGreaterThanOrEqual(15));

  test('each is found within 1,000 seeds', { timeout: 300_000 }, async () => {
    const jobs = names.map((name): Job => ({ kind: 'mutant', name, most: 1000 }));
    const done = (await inProcesses(jobs, PROCESSES)) as MutantDone[];
    expect(done.filter(({ seed }) => seed === undefined).map(({ name }) => name)).toEqual([]);
  });
});
