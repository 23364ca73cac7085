import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { environment } from './tests/support/environment.ts';

export default defineConfig({
  test: {
    globalSetup: ['tests/support/postgres-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } }, // a draft is saved a second after the last change, later on a busy machine
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          sequence: { groupOrder: 0 },
          include: ['{shared,server,editor,migrations}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'tests/e2e/**', '**/*.full.test.ts'],
          maxWorkers: Math.max(2, availableParallelism() - 1), // vitest takes one for two cores, and half of them rests
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          sequence: { groupOrder: 1 },
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.full.test.ts'],
          maxWorkers: 2,
          retry: environment.isCi ? 1 : 0, // what passed at the second attempt is named at the end of the run
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'full',
          sequence: { groupOrder: 2 },
          include: ['{editor,tests}/**/*.full.test.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
        },
      },
    ],
  },
});
