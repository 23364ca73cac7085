import { z } from 'zod';
import { align, Align, background, colour, Colour, fontSize, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute } from '../field.ts';
import { unlessSet } from '../standard.ts';

const lineHeight = attribute('line-height', {
  label: { ja: '行の高さ', en: 'Line height' },
  control: { kind: 'text' },
  schema: Pixels,
});

export const text = defineBlock({
  type: 'text',
  group: 'content',
  levels: ['column'],
  label: { ja: '文章', en: 'Text' },
  values: z.object({
    align: Align,
    color: Colour,
    fontSize: Pixels,
    lineHeight: Pixels,
    background: Colour,
    padding: Pixels,
  }),
  fields: {
    align,
    color: colour,
    fontSize,
    lineHeight,
    background: attribute('container-background-color', background),
    padding,
  },
  offers: [
    {
      name: 'text',
      label: { ja: '文章', en: 'Text' },
      about: { ja: '段落を書きます', en: 'A paragraph' },
      keywords: ['ぶんしょう', 'bunshou', 'bunsyou', 'てきすと', 'tekisuto', '本文', 'ほんぶん', 'paragraph', 'words'],
      mjml: ({ locale, defaults }) =>
        `<mj-text${unlessSet(defaults, 'mj-text', 'font-size="16px" line-height="1.8"')}>${locale === 'ja' ? 'ここに文章を書きます。' : 'Write here.'}</mj-text>`,
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-text',
  writable: 'html',
});
