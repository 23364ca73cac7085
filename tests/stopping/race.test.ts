import { expect, test } from 'vitest';
import { raceToStop } from './race.ts';

test('readers who stop mails while ten senders are at work: none begins to leave two seconds later', async () => {
  const report = await raceToStop(1000);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report.sent + report.kept).toBe(1000);
  expect(report.kept).toBeGreaterThan(50); // the race was one
  expect(report.sent).toBeGreaterThan(50);
  expect(report.worst).toBeLessThanOrEqual(2000);
}, 120_000);
