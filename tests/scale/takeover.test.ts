import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { prepareMailing } from '../mail/fixture.ts';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { servicesOn } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';
import { held, killBusyWorkers } from './takeovers.ts';
import { openCrew } from './workers.ts';

test(
  'the mails of the only busy worker, killed, are taken over within five seconds',
  { timeout: 300_000 },
  async () => {
    const took = await killBusyWorkers(2);
    process.stdout.write(`taken over after ${took.map((ms) => ms.toFixed(0)).join(', ')} ms\n`);
    expect(Math.max(...took)).toBeLessThan(5000);
  },
);

test('a worker that is asked to stop gives back what it has not begun, and ends', { timeout: 120_000 }, async () => {
  await using resend = await startResendStandIn({ workMs: 400 });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  const { db } = services;
  await prepareMailing(db, { provider: 'resend', customers: 300 });
  await using crew = await openCrew({
    DATABASE_URL: database.url,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resend.url,
    RESEND_BATCH: '1',
  });
  const worker = await crew.start();
  while ((await held(db)).length === 0) await pause(20);
  const asked = performance.now();
  worker.kill('SIGTERM');
  expect(await worker.exited).toBe(0);
  expect(performance.now() - asked).toBeLessThan(5000);
  expect(await held(db)).toEqual([]);
  const requests = resend.requests;
  expect(resend.accepted.size).toBe(requests); // nothing was cut off
});
