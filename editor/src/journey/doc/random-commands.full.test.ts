import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeRun, randomRun } from './command-runs.fixture.ts';

test('10,000 sequences of 60 commands leave every journey whole, without overlap, and are undone exactly', () => {
  fc.assert(
    fc.property(...randomRun(), (journey, choices) => {
      expect(judgeRun(journey, choices)).toBe('whole');
    }),
    { numRuns: 10_000 },
  );
}, 1_800_000);
