import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replacedPart } from './replaced-part.ts';

test('replacing the part makes the one text from the other, and touches no more than needed', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '𠮷', '𠮟', '\n')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = replacedPart(before, after) ?? { from: 0, to: 0, insert: '' };
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
      expect(insert.isWellFormed()).toBe(true);
      expect(before.slice(from, to).isWellFormed()).toBe(true);
    }),
  );
});
