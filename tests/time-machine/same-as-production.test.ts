import { expect, test } from 'vitest';
import { compareSeeds } from './same-as-production.ts';

const SEEDS = 12;

test(`${SEEDS} random journeys and histories: simulated and lived through are the same to the instant`, async () => {
  const passages = await compareSeeds(1, SEEDS);
  process.stdout.write(`seeds 1–${SEEDS}: ${passages} passages compared\n`);
  expect(passages).toBeGreaterThan(SEEDS);
}, 300_000);
