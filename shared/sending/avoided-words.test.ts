import { expect, test } from 'vitest';
import { readAvoidedWords, writeAvoidedWords } from './avoided-words.ts';

test('words are read line by line, whatever the arrow, and written the same way again', () => {
  const text = '若返る → うるおう\n\n  激安  \n日本一->人気\n若返る ⇒ みずみずしい';
  expect(readAvoidedWords(text)).toEqual([
    { word: '若返る', instead: 'みずみずしい' },
    { word: '激安' },
    { word: '日本一', instead: '人気' },
  ]);
  expect(writeAvoidedWords(readAvoidedWords(text))).toBe('若返る → みずみずしい\n激安\n日本一 → 人気');
});

test('what is too long for a word is left out', () => {
  expect(readAvoidedWords('あ'.repeat(61))).toEqual([]);
});
