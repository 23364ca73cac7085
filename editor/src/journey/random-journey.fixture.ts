import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import fc from 'fast-check';
import { journeyOf } from './journeys.fixture.ts';

const TYPES = ['wait', 'email', 'branch', 'exit'] as const;

/** Journeys of 1 to 40 nodes whose ways lead forward: branches, joins, open ends, unconnected fragments. */
export const randomJourney = (): fc.Arbitrary<JourneyGraph> =>
  fc
    .array(fc.record({ type: fc.constantFrom(...TYPES), ways: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((list) =>
      journeyOf(
        Object.fromEntries(
          list.map(({ type, ways }, i): [string, [string, ...(string | null)[]]] => {
            const targets = ways.map((jump) => (jump === 0 || i + jump >= list.length ? null : `x${i + jump}`));
            return [`x${i}`, [type, ...targets]];
          }),
        ),
      ),
    );
