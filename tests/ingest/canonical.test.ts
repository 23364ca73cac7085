import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '@tabiji/server/events/canonical.ts';

/** How facts have been written since the first release; their hashes are in databases. */
const asEver = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

test('the text of a fact never changes', () => {
  const key = fc.oneof(fc.string(), fc.nat().map(String), fc.constantFrom('00', '4294967295', '12345678901', 'name'));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', maxDepth: 4 },
      fc.jsonValue(),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value')),
      fc.dictionary(key, fc.oneof(tie('value'), fc.constant(undefined))),
    ),
  }));
  fc.assert(
    fc.property(value, (one) => {
      expect(canonical(one as object)).toBe(asEver(one));
    }),
    { numRuns: 2000 },
  );
});
