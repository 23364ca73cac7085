import { expect, test } from 'vitest';
import { timeFrom } from './time-text.ts';

test.each([
  ['18:00', '18:00'],
  ['９：００', '09:00'],
  ['930', '09:30'],
  ['18時', '18:00'],
  ['18時半', '18:30'],
  ['7時5分', '07:05'],
  ['7', '07:00'],
  ['24:00', undefined],
  ['evening', undefined],
])('%s is understood as %s', (typed, understood) => {
  expect(timeFrom(typed)).toBe(understood);
});
