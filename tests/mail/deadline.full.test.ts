import { expect, test } from 'vitest';
import { archive, byResend, bySmtp, outbox } from './mailings.ts';

test('a service that takes a mail and never answers is left after the deadline', async () => {
  await using mailing = await byResend(1);
  await using server = await bySmtp(['hangs@example.com']);
  mailing.resend.manners.push('hang');
  const start = performance.now();
  await Promise.all([mailing.send(), server.send()]);
  expect(performance.now() - start).toBeLessThan(34_000);
  expect(await outbox(mailing.db)).toMatchObject([{ attempts: 1, uncertain: true }]);
  expect(await archive(server.db)).toMatchObject([{ state: 'unknown' }]);
});
