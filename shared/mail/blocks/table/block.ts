import { z } from 'zod';
import { colour, Colour, fontSize, padding, Pixels } from '../common-fields.ts';
import { defineBlock } from '../define-block.ts';
import { unlessSet } from '../standard.ts';

export const table = defineBlock({
  type: 'table',
  group: 'content',
  levels: ['column'],
  label: { ja: '番号つきの手順', en: 'Numbered steps' },
  values: z.object({ color: Colour, fontSize: Pixels, padding: Pixels }),
  fields: { color: colour, fontSize, padding },
  offers: [
    {
      name: 'steps',
      label: { ja: '番号つきの手順', en: 'Numbered steps' },
      about: { ja: '番号と説明を三つ並べます', en: 'Three numbers, each with a sentence' },
      keywords: ['てじゅん', 'tejun', 'tezyun', 'ばんごう', 'bangou', 'ひょう', 'hyou', '表', 'table', 'list', 'steps'],
      mjml: ({ locale, defaults }) => {
        const numbers = locale === 'ja' ? ['一', '二', '三'] : ['1', '2', '3'];
        const words = locale === 'ja' ? '【すること】' : '【What to do】';
        const rows = numbers.map(
          (number) => `  <tr><td class="number" width="34" valign="top">${number}</td><td>${words}</td></tr>`,
        );
        const look = unlessSet(defaults, 'mj-table', 'font-size="16px" line-height="1.8"');
        return [`<mj-table${look}>`, ...rows, '</mj-table>'].join('\n');
      },
    },
  ],
  recognise: ({ element }) => element.tag === 'mj-table',
  writable: 'html',
});
