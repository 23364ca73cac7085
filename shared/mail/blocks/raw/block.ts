import { z } from 'zod';
import { defineBlock } from '../define-block.ts';

export const raw = defineBlock({
  type: 'raw',
  group: 'layout',
  levels: ['body', 'column'],
  label: { ja: 'MJML・HTML', en: 'MJML or HTML' },
  values: z.object({}),
  fields: {},
  offers: [
    {
      name: 'raw',
      label: { ja: 'HTML', en: 'HTML' },
      about: { ja: '部品にないものを HTML で書きます', en: 'For what no block does' },
      keywords: ['えいちてぃーえむえる', 'こーど', 'koudo', 'html', 'mjml', 'code', 'raw'],
      mjml: () => '<mj-raw>\n  <!-- HTML -->\n</mj-raw>',
    },
  ],
  recognise: () => true,
  summary: () => '',
});
