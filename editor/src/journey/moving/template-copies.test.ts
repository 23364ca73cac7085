import { expect, test } from 'vitest';
import { copyKey } from './template-copies.ts';

test.each([
  ['thanks', [], 'thanks-2'],
  ['thanks', ['thanks', 'thanks-2'], 'thanks-3'],
  ['thanks-2', ['thanks', 'thanks-2'], 'thanks-3'],
  ['a'.repeat(100), [], `${'a'.repeat(90)}-2`],
])('a copy of %s beside %j is called %s', (key, known, copy) => expect(copyKey(key, new Set(known))).toBe(copy));
