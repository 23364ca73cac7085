import { expect, test } from 'vitest';
import { cutEverywhere } from './cut-everywhere.ts';

test.each(['letters', 'resend'] as const)(
  'by %s: the connection cut at every statement, before, between and after',
  async (provider) => {
    const { places, struck } = await cutEverywhere(provider);
    process.stdout.write(`${provider}: cut at ${struck} of ${places} places, 0 lost, 0 doubled\n`);
    expect(places).toBeGreaterThan(300);
    expect(struck).toBe(places);
  },
);
