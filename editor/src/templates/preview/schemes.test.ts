import { expect, test } from 'vitest';
import { asSeen, knowsDark } from './schemes.ts';

const HTML =
  '<html><head><style>@media ( prefers-color-scheme:dark ){a{}}@media (prefers-color-scheme: light){b{}}</style></head></html>';

test('dark rules hold in the dark view and nowhere else, light ones the other way round', () => {
  expect(asSeen(HTML, 'dark')).toContain('@media (min-width: 0){a{}}@media (max-width: 0){b{}}');
  for (const view of ['pc', 'phone', 'inverted'] as const)
    expect(asSeen(HTML, view)).toContain('@media (max-width: 0){a{}}@media (min-width: 0){b{}}');
});

test('only the estimate of inversion turns colours over', () => {
  expect(asSeen(HTML, 'inverted')).toContain('invert(1)');
  expect(asSeen(HTML, 'dark')).not.toContain('invert(1)');
});

test('a mail without dark rules is told', () => {
  expect(knowsDark(HTML)).toBe(true);
  expect(knowsDark(HTML)).toBe(true); // not only every other time
  expect(knowsDark('<html></html>')).toBe(false);
});
