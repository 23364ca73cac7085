import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeRun, randomRun } from './command-runs.fixture.ts';

test('after each of any 60 commands the journey holds together, no cards overlap, and undo and redo are exact', () => {
  fc.assert(
    fc.property(...randomRun(), (journey, choices) => {
      expect(judgeRun(journey, choices)).toBe('whole');
    }),
    { numRuns: 500 },
  );
}, 120_000);
