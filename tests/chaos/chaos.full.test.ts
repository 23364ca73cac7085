import { expect, test } from 'vitest';
import { chaos } from './chaos.ts';

test(
  '1,000 kills, 50 crashes of PostgreSQL, 500 cut commits, 100,000 letters: none lost, none twice',
  { timeout: 3_600_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const report = await chaos({
      kills: 1000,
      crashes: 50,
      commits: 500,
      customers: 20_000,
      workers: 10,
      seed,
      tell: () => undefined,
    });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ kills: 1000, crashes: 50, lost: 0, advanced_twice: 0, duplicates: 0 });
    expect(report.cut_commits).toBeGreaterThanOrEqual(500);
  },
);
