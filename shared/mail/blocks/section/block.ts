import { z } from 'zod';
import { background, Colour, padding, Pixels } from '../common-fields.ts';
import { columnsOf } from '../columns-of.ts';
import { defineBlock } from '../define-block.ts';

export const section = defineBlock({
  type: 'section',
  group: 'layout',
  levels: ['body'],
  label: { ja: '区画', en: 'Section' },
  values: z.object({ background: Colour, padding: Pixels }),
  fields: { background, padding },
  offers: [
    {
      name: 'section',
      label: { ja: '区画', en: 'Section' },
      about: { ja: '背景や余白を持つ、ひとまとまり', en: 'Holds blocks on one background' },
      keywords: ['くかく', 'kukaku', 'せくしょん', 'sekushon', 'section', 'row'],
      mjml: () => '<mj-section>\n  <mj-column>\n  </mj-column>\n</mj-section>',
    },
  ],
  recognise: ({ element }) => columnsOf(element)?.length === 1,
  slots: (element) => (columnsOf(element) ?? []).map((column) => ({ element: column, level: 'column' })),
  summary: () => '',
});
