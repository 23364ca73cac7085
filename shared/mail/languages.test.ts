import { expect, test } from 'vitest';
import { languageFor, MailLanguage, OFFERED_LANGUAGES } from './languages.ts';

test.each([
  ['en', ['ja', 'en'], 'en'],
  ['en-US', ['ja', 'en'], 'en'],
  ['EN_us', ['ja', 'en'], 'en'],
  ['zh-TW', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
  ['zh', ['zh-Hant', 'zh-Hans'], 'zh-Hans'],
  ['zh-HK', ['ja', 'zh-Hans'], 'zh-Hans'],
  ['tl', ['ja', 'fil'], 'fil'],
  ['fr', ['ja', 'en'], undefined],
  ['日本語', ['ja', 'en'], undefined],
  ['', ['ja', 'en'], undefined],
])('who reads %s gets, of %j, %s', (wanted, there, expected) => {
  expect(languageFor(wanted, there)).toBe(expected);
});

test('what is offered can be saved', () => {
  for (const one of OFFERED_LANGUAGES) expect(MailLanguage.parse(one)).toBe(one);
  expect(MailLanguage.safeParse('en-US').success).toBe(false);
});
