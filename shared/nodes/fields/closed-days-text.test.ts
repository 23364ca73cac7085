import { expect, test } from 'vitest';
import { closedDaysFrom } from './closed-days-text.ts';

test.each([
  ['12/29〜1/3', ['12-29/01-03']],
  ['１２月２９日～１月３日、２０２６年８月１２日〜８月１６日', ['12-29/01-03', '2026-08-12/2026-08-16']],
  ['12-29 to 01-03, 06-15', ['12-29/01-03', '06-15']],
  ['2026-08-12 to 2026-08-16', ['2026-08-12/2026-08-16']],
  ['', []],
  ['2026-08-16 to 2026-08-12', undefined],
  ['13/1', undefined],
  ['年末年始', undefined],
  ['1/1〜1/2〜1/3', undefined],
])('%s is understood as %j', (typed, understood) => {
  expect(closedDaysFrom(typed)).toEqual(understood);
});
