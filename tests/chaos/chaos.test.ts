import { expect, test } from 'vitest';
import { chaos } from './chaos.ts';

test(
  '100 kills, 5 crashes of PostgreSQL, 50 cut commits, 10,000 letters: none lost, none twice',
  { timeout: 900_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const report = await chaos({
      kills: 100,
      crashes: 5,
      commits: 50,
      customers: 2000,
      workers: 10,
      seed,
      tell: () => undefined,
    });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ kills: 100, crashes: 5, lost: 0, advanced_twice: 0, duplicates: 0 });
    expect(report.cut_commits).toBeGreaterThanOrEqual(50);
  },
);
