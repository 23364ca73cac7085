import { expect, test } from 'vitest';
import { chosenBy } from './chosen-by.ts';

test('what weighs nothing is never chosen, and nothing at all is no choice', () => {
  const among = [{ weight: 0 }, { weight: 1 }, { weight: 0 }];
  for (let i = 0; i < 1000; i++) expect(chosenBy('s', i, among)).toBe(among[1]);
  expect(chosenBy('s', 1, [{ weight: 0 }])).toBeUndefined();
});
