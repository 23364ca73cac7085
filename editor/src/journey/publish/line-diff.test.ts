import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.ts';

const told = (before: string[], after: string[]) =>
  lineDiff(before.join('\n'), after.join('\n')).map(({ sign, text }) => `${sign}${text}`);

test('equal texts are folded away', () => expect(told(['a', 'b'], ['a', 'b'])).toEqual(['skip2']));

test('what differs stands with two lines around it', () =>
  expect(told(['1', '2', '3', 'old', '5', '6', '7'], ['1', '2', '3', 'new', 'more', '5', '6', '7'])).toEqual([
    'skip1',
    ' 2',
    ' 3',
    '−old',
    '+new',
    '+more',
    ' 5',
    ' 6',
    'skip1',
  ]));

test('matching lines in the middle stay', () =>
  expect(told(['a', 'x', 'b'], ['c', 'x', 'd'])).toEqual(['−a', '+c', ' x', '−b', '+d']));

test('from nothing to something', () => expect(told([''], ['a', 'b'])).toEqual(['−', '+a', '+b']));
