import { expect, test } from 'vitest';
import { killSomewhere } from './cut-everywhere.ts';

test('processes killed at a dozen statements: nothing lost or twice', { timeout: 120_000 }, async () => {
  expect(await killSomewhere('resend', 12)).toBe(12);
});
