import { expect, test } from 'vitest';
import { compareSeeds } from './same-as-production.ts';

const SEEDS = 1000;
/** Each slice is a test of its own, so that one of them can be asked for by its name. */
const SLICE = 25;
const slices = Array.from({ length: SEEDS / SLICE }, (_, i) => 10_001 + i * SLICE);

test.each(slices)(
  `${SLICE} random journeys and histories from seed %i on: simulated and lived through are the same to the instant`,
  async (first) => {
    const passages = await compareSeeds(first, SLICE);
    process.stdout.write(`seeds ${first}–${first + SLICE - 1}: ${passages} passages compared\n`);
    expect(passages).toBeGreaterThan(SLICE);
  },
  3_600_000,
);
