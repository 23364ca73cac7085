import { describe, expect, test } from 'vitest';
import { checkTemplate } from '../check-template.ts';
import { contrast, inverted, readColour } from '@tabiji/shared/mail/colours.ts';
import { runChecks } from './run-checks.ts';

const OWN = [{ word: '激安', instead: 'お買い得' }];

const around = (content: string, head = '') => `<mjml><mj-head>${head}</mj-head><mj-body>
<mj-section><mj-column>
${content}
<mj-text>これは十分な長さのある本文です。読む人に届く言葉があります。</mj-text>
</mj-column></mj-section></mj-body></mjml>`;

async function found(
  content: string,
  { subject = 'お知らせ', head = '', preheader = '', text = '本文'.repeat(20) } = {},
) {
  const source = around(content, head);
  const { compiled, problems } = await checkTemplate({ subject, mjml: source }, { mapped: true });
  if (!compiled) throw new Error(JSON.stringify(problems));
  const values = [{ path: 'customer.phone', type: 'text', sample: null, missing: 0.43 } as const];
  const all = runChecks({ subject, source, html: compiled.html, text, preheader, values, avoidedWords: OWN });
  return all.map(({ code, line }) => `${code} ${line}`);
}

describe('a mail without faults', () => {
  test('has no findings', async () => {
    expect(
      await found(
        '<mj-button href="https://shop.tabiji.test/" background-color="#2f5199">買う</mj-button>' +
          '<mj-image src="https://shop.tabiji.test/a.png" alt="箱" /><mj-text>{{ customer.phone | default: "なし" }}</mj-text>',
      ),
    ).toEqual([]);
  });
});

test.each([
  ['<mj-button>買う</mj-button>', 'empty_link 3'],
  ['<mj-button href="#">買う</mj-button>', 'empty_link 3'],
  ['<mj-text>\n<a href="">見る</a></mj-text>', 'empty_link 4'],
  ['<mj-text><a href="http://shop.test/">見る</a></mj-text>', 'http_link 3'],
  ['<mj-text><a href="#down">下へ</a></mj-text>', 'dead_anchor 3'],
  ['<mj-text><a href="https://example.com/x">見る</a></mj-text>', 'example_link 3'],
  ['<mj-image src="https://shop.test/a.png" />', 'image_alt 3'],
  ['<mj-image src="" alt="箱" />', 'image_source 3'],
  ['<mj-image src="http://shop.test/a.png" alt="箱" />', 'http_image 3'],
  ['<mj-image src="/i/a.png" alt="箱" />', 'image_address 3'],
  ['<mj-text>\n\n【商品名】の使い方</mj-text>', 'placeholder 5'],
  ['<mj-text>{{ customer.phone }}</mj-text>', 'no_fallback 3'],
  ['<mj-text color="#aaaaaa">薄い文字</mj-text>', 'contrast 3'],
  ['<mj-text>\n飲むだけで病気が<b>治る</b></mj-text>', 'legal_word 3'],
  ['<mj-text>満足度Ｎｏ．１</mj-text>', 'legal_word 3'],
  ['<mj-text>激安</mj-text>', 'avoided_word 3'],
])('%s', async (content, expected) => {
  expect(await found(content)).toContain(expected);
});

test('words that promise too much are named once each, with the law; numbers of the drawing are no words', async () => {
  expect(await found('<mj-text>日本一</mj-text><mj-text>日本一</mj-text>')).toEqual(['legal_word 3']);
  expect(await found('<mj-image width="100px" src="https://shop.test/no1.png" alt="箱" />')).toEqual([]);
  expect(await found('', { subject: '世界初の箱' })).toEqual(['legal_word 0']);
});

test('the lines of the inbox are looked at', async () => {
  expect(await found('', { subject: 'あ'.repeat(61) })).toEqual(['subject_length 0']);
  expect(await found('', { subject: '今だけ！！' })).toEqual(['subject_shouts 0']);
  expect(await found('', { subject: '【重要】お知らせ' })).toEqual([]);
  expect(await found('', { preheader: 'あ'.repeat(91), head: '<mj-preview>x</mj-preview>' })).toEqual([
    'preheader_length 1',
  ]);
  expect(await found('', { text: 'https://shop.test/a/b/c/d/e/f/g/h' })).toEqual(['empty_text 1']);
});

test('what is readable by day may be unreadable in the mail’s own dark colours', async () => {
  const dark =
    '<mj-style>@media (prefers-color-scheme: dark) { .note div { color: #222222 !important } .note { background-color: #111111 !important } }</mj-style>';
  const content = '<mj-text css-class="note" color="#222222">夜の文字</mj-text>';
  expect(await found(content)).toEqual([]);
  expect(await found(content, { head: dark })).toEqual(['contrast_dark 3']);
});

test('a rule for an element of a class is about that element', async () => {
  const dark = (selector: string) =>
    `<mj-style>@media (prefers-color-scheme: dark) { div { background-color: #1e252e !important; color: #e7e9ec !important } ${selector} { color: #8fb0f0 !important } }</mj-style>`;
  const content = '<mj-text><strong class="lead" style="color:#2f5199">一</strong></mj-text>';
  expect(await found(content, { head: dark('.x strong.lead') })).toEqual([]);
  expect(await found(content, { head: dark('.x strong.other') })).toEqual(['contrast_dark 3']);
});

describe('contrast is the one of WCAG', () => {
  test.each([
    ['#000', '#fff', 21],
    ['#767676', '#ffffff', 4.54],
    ['rgb(255, 255, 255)', 'white', 1],
  ])('%s on %s', (a, b, expected) => {
    expect(contrast(readColour(a)!, readColour(b)!)).toBeCloseTo(expected, 2);
  });
  test('inversion turns light and dark over and keeps greys grey', () => {
    expect(inverted([255, 255, 255])).toEqual([0, 0, 0]);
    expect(inverted([100, 100, 100])).toEqual([155, 155, 155]);
  });
});
