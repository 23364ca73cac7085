import { expect, test } from 'vitest';
import { compareSeeds } from './same-as-production.ts';

const SEEDS = 1000;

test(`${SEEDS} random journeys and histories: simulated and lived through are the same to the instant`, async () => {
  const passages = await compareSeeds(10_001, SEEDS);
  process.stdout.write(`seeds 10001–${10_000 + SEEDS}: ${passages} passages compared\n`);
  expect(passages).toBeGreaterThan(SEEDS);
}, 7_200_000);
