import { expect, test } from 'vitest';
import { cutEverywhere } from './cut-everywhere.ts';

test.each(['letters', 'resend'] as const)(
  'by %s: the connection cut at every 13th place of every-statement',
  { timeout: 240_000 },
  async (provider) => {
    const { places, struck } = await cutEverywhere(provider, 13);
    expect(places).toBeGreaterThan(20);
    expect(struck).toBe(places);
  },
);
