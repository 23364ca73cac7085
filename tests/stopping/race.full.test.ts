import { expect, test } from 'vitest';
import { raceToStop } from './race.ts';

test('10,000 readers stop their mail while ten senders are at work: none begins to leave two seconds later', async () => {
  const report = await raceToStop(10_000);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report.sent + report.kept).toBe(10_000);
  expect(report.kept).toBeGreaterThan(500);
  expect(report.sent).toBeGreaterThan(500);
  expect(report.worst).toBeLessThanOrEqual(2000);
});
