import { expect, test } from 'vitest';
import { compareShops } from './narrow-path.ts';

test('facts that nobody asks about change nothing but what is stored (two hundred shops)', async () => {
  expect.hasAssertions();
  for (let seed = 100; seed < 300; seed++) await compareShops(seed);
}, 1_200_000);
