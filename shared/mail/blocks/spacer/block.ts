import { z } from 'zod';
import { Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { attribute } from '../field.ts';

export const spacer = defineBlock({
  type: 'spacer',
  group: 'content',
  levels: ['column'],
  label: { ja: '空き', en: 'Space' },
  values: z.object({ height: Pixels }),
  fields: {
    height: attribute('height', { label: { ja: '高さ', en: 'Height' }, control: { kind: 'pixels' }, schema: Pixels }),
  },
  offers: [
    {
      name: 'spacer',
      label: { ja: '空き', en: 'Space' },
      about: { ja: '上下の間をあけます', en: 'Room between two blocks' },
      keywords: ['あき', 'aki', 'よはく', 'yohaku', '余白', 'spacer', 'gap', 'margin'],
      mjml: () => '<mj-spacer height="24px" />',
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-spacer',
  summary: ({ height }) => height,
});
