import { z } from 'zod';
import { background, Colour, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';

export const wrapper = defineBlock({
  type: 'wrapper',
  group: 'layout',
  levels: ['body'],
  label: { ja: '枠', en: 'Frame' },
  values: z.object({ background: Colour, padding: Pixels }),
  fields: { background, padding },
  offers: [
    {
      name: 'wrapper',
      label: { ja: '枠', en: 'Frame' },
      about: { ja: '複数の区画を一つの背景に載せます', en: 'Several sections on one background' },
      keywords: ['わく', 'waku', 'まとめる', 'matomeru', 'wrapper', 'frame', 'box'],
      mjml: () => '<mj-wrapper>\n  <mj-section>\n    <mj-column>\n    </mj-column>\n  </mj-section>\n</mj-wrapper>',
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-wrapper',
  slots: (element) => [{ element, level: 'body' }],
  summary: () => '',
});
