import { expect, test } from 'vitest';
import { fieldOfPlace, offsetOfPlace, openPlaces } from './open-places.ts';

const finding = (words: string, line: number, code = 'placeholder') => ({
  code,
  severity: 'error' as const,
  line,
  text: { ja: `${words} がまだ書かれていません。`, en: `${words} is still to be written.` },
});

test('what is still to be written is listed once, in the order of the mail', () => {
  const findings = [
    finding('【商品名】', 0),
    finding('【価格】', 2),
    finding('【価格】', 3),
    finding('【x】', 4, 'image_alt'),
  ];
  expect(openPlaces(findings)).toEqual([
    { words: '【商品名】', line: 0 },
    { words: '【価格】', line: 2 },
  ]);
});

test('a place is found in its line, although another stands before it there', () => {
  const mjml = '<mjml>\n  <mj-text>【名】と【価格】</mj-text>\n【後】';
  expect(mjml.slice(offsetOfPlace(mjml, { words: '【価格】', line: 2 }))).toMatch(/^【価格】/);
  expect(mjml.slice(offsetOfPlace(mjml, { words: '【後】', line: 2 }))).toMatch(/^<mj-text>/);
});

test('places of subject and preheader are written in their fields, all others in the mail', () => {
  const mjml = '<mjml>\n<mj-head><mj-preview>【季節】です</mj-preview></mj-head>\n<mj-text>【価格】</mj-text>';
  expect(fieldOfPlace(mjml, { words: '【商品名】', line: 0 })).toBe('subject');
  expect(fieldOfPlace(mjml, { words: '【季節】', line: 2 })).toBe('preheader');
  expect(fieldOfPlace(mjml, { words: '【価格】', line: 3 })).toBeUndefined();
});
