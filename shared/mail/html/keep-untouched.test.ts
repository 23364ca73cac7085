import { expect, test } from 'vitest';
import { keepUntouched } from './keep-untouched.ts';
import { htmlTokens, isSameHtml } from './tokens.ts';

const WRITTEN = `{{ customer.lastName | keisho: '様' }}<br />こんにちは。 &copy; A &amp; B <A HREF='x'>here</A>`;
/** What a browser makes of it. */
const SERIALISED = `{{ customer.lastName | keisho: '様' }}<br>こんにちは。 &copy; A &amp; B <a href="x">here</a>`;

test('nothing that was not edited is written anew', () => {
  expect(isSameHtml(WRITTEN, SERIALISED)).toBe(true);
  expect(keepUntouched(WRITTEN, SERIALISED)).toBe(WRITTEN);
  expect(keepUntouched(WRITTEN, SERIALISED.replace('こんにちは', 'おはよう'))).toBe(
    WRITTEN.replace('こんにちは', 'おはよう'),
  );
  expect(keepUntouched(WRITTEN, SERIALISED.replace('here', '<b>here</b>'))).toBe(
    WRITTEN.replace('here', '<b>here</b>'),
  );
});

test('a blank that the browser made hard becomes a plain one, one that was written stays', () => {
  expect(keepUntouched('ab', 'a&nbsp;b')).toBe('a b');
  expect(keepUntouched('a&nbsp;b', 'a&nbsp;bc')).toBe('a&nbsp;bc');
});

test('a sign in an attribute or in Liquid ends nothing', () => {
  const html = '<a title="1 > 0" href="{{ a }}">{% if a > 1 %}x{% endif %}</a><!-- <b> -->&lt;';
  expect(
    htmlTokens(html)
      .map(({ text }) => text)
      .join(''),
  ).toBe(html);
  expect(htmlTokens(html).map(({ kind }) => kind)).toEqual([
    'tag',
    'liquid',
    'character',
    'liquid',
    'tag',
    'comment',
    'character',
  ]);
});
