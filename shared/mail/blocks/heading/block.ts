import { z } from 'zod';
import { align, Align, colour, Colour, fontSize, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { namesIn } from '../../source/element.ts';

const CLASSES = ['title', 'heading'];

export const heading = defineBlock({
  type: 'heading',
  group: 'content',
  levels: ['column'],
  label: { ja: '見出し', en: 'Heading' },
  values: z.object({ align: Align, color: Colour, fontSize: Pixels, padding: Pixels }),
  fields: { align, color: colour, fontSize, padding },
  offers: [
    {
      name: 'heading',
      label: { ja: '見出し', en: 'Heading' },
      about: { ja: '文章の前に置く太い一行', en: 'A bold line above the text' },
      keywords: ['みだし', 'midashi', 'midasi', 'たいとる', 'taitoru', 'title', 'headline'],
      mjml: ({ locale, defaults }) => {
        const words = locale === 'ja' ? '見出し' : 'Heading';
        return defaults.classes.has('heading')
          ? `<mj-text mj-class="heading">${words}</mj-text>`
          : `<mj-text><h2 style="margin:0;font-size:20px;line-height:1.5">${words}</h2></mj-text>`;
      },
    },
  ],
  recognise: ({ element, source }) =>
    element.tag === 'mj-text' &&
    (namesIn(element, 'mj-class').some((name) => CLASSES.includes(name)) ||
      /^\s*<(h[1-3])\b[^>]*>((?!<\/?h[1-6]\b)[\s\S])*<\/\1>\s*$/i.test(
        source.slice(element.innerStart, element.innerEnd),
      )),
  writable: 'html',
});
