import { expect, test } from 'vitest';
import { raceToStop } from './race.ts';

test('readers who stop mails while ten senders are at work: none begins to leave two seconds later', async () => {
  const report = await raceToStop(400);
  process.stdout.write(`${JSON.stringify(report)}\n`);
  expect(report.sent + report.kept).toBe(400);
  expect(report.kept).toBeGreaterThan(20); // the race was one
  expect(report.sent).toBeGreaterThan(20);
  expect(report.worst).toBeLessThanOrEqual(2000);
}, 120_000);
