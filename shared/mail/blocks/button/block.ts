import { z } from 'zod';
import { align, Align, background, colour, Colour, Link, padding, Pixels, Text } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute, innerText } from '../field.ts';
import { unlessSet } from '../standard.ts';

export const button = defineBlock({
  type: 'button',
  group: 'content',
  levels: ['column'],
  label: { ja: 'ボタン', en: 'Button' },
  values: z.object({
    text: Text,
    href: Link,
    align: Align,
    background: Colour,
    color: Colour,
    radius: Pixels,
    padding: Pixels,
  }),
  fields: {
    text: innerText({ label: { ja: '文字', en: 'Words' }, control: { kind: 'text' }, schema: Text }),
    href: attribute('href', {
      label: { ja: 'リンク先', en: 'Link' },
      help: { ja: 'https:// か mailto: で始まるアドレス', en: 'An address that begins with https:// or mailto:' },
      control: { kind: 'link' },
      schema: Link,
    }),
    align,
    background: { ...background, label: { ja: 'ボタンの色', en: 'Button colour' } },
    color: colour,
    radius: attribute('border-radius', {
      label: { ja: '角の丸み', en: 'Rounding' },
      control: { kind: 'pixels' },
      schema: Pixels,
    }),
    padding,
  },
  offers: [
    {
      name: 'button',
      label: { ja: 'ボタン', en: 'Button' },
      about: { ja: '押すとページが開きます', en: 'Opens a page' },
      keywords: ['ぼたん', 'botan', 'りんく', 'rinku', 'link', 'cta'],
      mjml: ({ locale, defaults }) => {
        const look = unlessSet(
          defaults,
          'mj-button',
          'background-color="#2f5199" color="#ffffff" font-size="15px" border-radius="6px" inner-padding="14px 28px"',
        );
        return locale === 'ja'
          ? `<mj-button href="【リンク先】"${look}>くわしく見る</mj-button>`
          : `<mj-button href="【link】"${look}>See more</mj-button>`;
      },
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-button',
  writable: 'text',
  summary: ({ text }) => text,
});
