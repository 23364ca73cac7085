import { z } from 'zod';
import { Colour, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute } from '../field.ts';
import { unlessSet } from '../standard.ts';

export const divider = defineBlock({
  type: 'divider',
  group: 'content',
  levels: ['column'],
  label: { ja: '区切り線', en: 'Divider' },
  values: z.object({ color: Colour, width: Pixels, padding: Pixels }),
  fields: {
    color: attribute('border-color', {
      label: { ja: '線の色', en: 'Colour' },
      control: { kind: 'colour' },
      schema: Colour,
    }),
    width: attribute('border-width', {
      label: { ja: '線の太さ', en: 'Thickness' },
      control: { kind: 'pixels' },
      schema: Pixels,
    }),
    padding,
  },
  offers: [
    {
      name: 'divider',
      label: { ja: '区切り線', en: 'Divider' },
      about: { ja: '話題の変わり目に引く線', en: 'A line between two topics' },
      keywords: ['くぎりせん', 'kugirisen', 'せん', 'sen', '罫線', 'けいせん', 'line', 'rule', 'hr'],
      mjml: ({ defaults }) =>
        `<mj-divider${unlessSet(defaults, 'mj-divider', 'border-color="#e3e1da" border-width="1px"')} />`,
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-divider',
  summary: () => '',
});
