import { expect, test } from 'vitest';
import { cutEverywhere } from './cut-everywhere.ts';

test('by resend: the connection cut at every statement, before, between and after', { timeout: 600_000 }, async () => {
  const { places, struck } = await cutEverywhere('resend');
  process.stdout.write(`cut at ${struck} of ${places} places, 0 lost, 0 doubled\n`);
  expect(places).toBeGreaterThan(150);
  expect(struck).toBe(places);
});
