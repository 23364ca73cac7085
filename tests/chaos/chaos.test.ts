import { expect, test } from 'vitest';
import { chaos } from './chaos.ts';

test(
  '30 kills, a crash of PostgreSQL, 15 cut commits, 3,000 letters: none lost, none twice',
  { timeout: 900_000 },
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const report = await chaos({
      kills: 30,
      crashes: 1,
      commits: 15,
      customers: 600,
      workers: 10,
      seed,
      tell: () => undefined,
    });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ kills: 30, crashes: 1, lost: 0, advanced_twice: 0, duplicates: 0 });
    expect(report.cut_commits).toBeGreaterThanOrEqual(15);
  },
);
