import { expect, test } from 'vitest';
import { compareShops } from './narrow-path.ts';

test.each(Array.from({ length: 6 }, (_, seed) => seed))(
  'facts that nobody asks about change nothing but what is stored (shop %i)',
  async (seed) => {
    expect.hasAssertions();
    await compareShops(seed);
  },
  120_000,
);
