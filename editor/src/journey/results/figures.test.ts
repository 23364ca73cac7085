import { NO_FIGURES } from '@tabiji/shared/api/journey-stats.ts';
import { expect, test } from 'vitest';
import { makeFmt } from '../../fmt.ts';
import { figureWords, widthOf } from './figures.ts';

const fmt = makeFmt('ja', 'Asia/Tokyo');

test.each([
  [29, 0, '–'],
  [30, 0, '≈100%'],
  [74, 25, '≈74.7%'],
  [74, 26, '74%'],
])('of %i who went on and %i who ended, “went on” says %s', (next, exits, words) => {
  expect(figureWords('went', { ...NO_FIGURES, left: { next }, exits }, fmt)).toBe(words);
});

test('clicks of few mails are counted, of many a share', () => {
  expect(figureWords('clicked', { ...NO_FIGURES, sent: 12, clicked: 3 }, fmt)).toBe('3');
  expect(figureWords('clicked', { ...NO_FIGURES, sent: 1200, clicked: 97 }, fmt)).toBe('8.1%');
  expect(figureWords('clicked', undefined, fmt)).toBe('–');
});

test('a line is as wide as the root of its people', () => {
  expect([0, 1, 25, 100].map((n) => widthOf(n, 100))).toEqual([1, 1.5, 4.5, 8]);
  expect(widthOf(5, 0)).toBe(1);
});
