import { expect, test } from 'vitest';
import { chance } from './chance.ts';

const PEOPLE = 100_000;
const people = Array.from({ length: PEOPLE }, (_, i) => 1_000_000 + i);

test('the same salt and ids give the same number for ever', () => {
  expect(chance('workspace', 42)).toBe(chance('workspace', 42));
  expect([chance('a', 1), chance('a', 2), chance('b', 1), chance('a', 1, 2)]).toMatchInlineSnapshot(`
    [
      0.5978115613106638,
      0.9437596364878118,
      0.6528751270379871,
      0.6526483069173992,
    ]
  `);
});

test('neighbouring ids fall evenly into ten parts', () => {
  const parts = Array.from({ length: 10 }, () => 0);
  for (const id of people) parts[Math.floor(chance('workspace-salt', id) * 10)]! += 1;
  const squares = parts.reduce((sum, n) => sum + (n - PEOPLE / 10) ** 2 / (PEOPLE / 10), 0);
  expect(squares).toBeLessThan(27.9); // χ² with 9 degrees of freedom: one in a thousand
});

test('choices with different salts do not follow each other', () => {
  const both = people.filter((id) => chance('one', id) < 0.5 && chance('two', id) < 0.5).length;
  expect(Math.abs(both - PEOPLE / 4)).toBeLessThan(5 * Math.sqrt((PEOPLE * 3) / 16));
});
