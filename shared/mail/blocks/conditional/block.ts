import { z } from 'zod';
import type { MailElement } from '../../source/element.ts';
import { defineBlock, type Run } from '../define-block.ts';

const IF = /^\s*\{%-?\s*(?:if)\s+([\s\S]*?)\s*-?%\}\s*$/;
const OTHER = /^\s*\{%-?\s*(?:elsif\s[\s\S]*?|else)\s*-?%\}\s*$/;
const END = /^\s*\{%-?\s*endif\s*-?%\}\s*$/;

/** What an `mj-raw` says, blanks and all. */
const rawText = ({ tag, innerStart, innerEnd }: MailElement, source: string): string =>
  tag === 'mj-raw' ? source.slice(innerStart, innerEnd) : '';

const Condition = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .refine((text) => !/%\}|\{%/.test(text));

/** From `{% if … %}` to its own `{% endif %}`, each alone in an `mj-raw`. */
function run(siblings: readonly MailElement[], from: number, source: string): Run | undefined {
  const parts: Run['parts'] = [];
  let depth = 0;
  let before = from;
  for (let i = from; i < siblings.length; i++) {
    const text = rawText(siblings[i]!, source);
    if (IF.test(text)) depth++;
    const isOwn = depth === 1;
    if (END.test(text)) depth--;
    if (i > from && isOwn && (OTHER.test(text) || depth === 0)) {
      parts.push({ before, behind: i });
      before = i;
    }
    if (depth === 0) return { last: i, parts };
  }
  return undefined;
}

export const conditional = defineBlock({
  type: 'conditional',
  group: 'layout',
  levels: ['body', 'column'],
  label: { ja: '出し分け', en: 'Shown only if' },
  values: z.object({ when: Condition }),
  fields: {
    when: {
      label: { ja: '条件', en: 'Condition' },
      help: { ja: 'あてはまる人にだけ見せます', en: 'Only people of whom it is true see this' },
      control: { kind: 'condition' },
      schema: Condition,
      read: ({ element, source }) => IF.exec(rawText(element, source))?.[1] ?? '',
      write: ({ element }, value) => [
        { start: element.innerStart, end: element.innerEnd, text: `{% if ${value.trim()} %}` },
      ],
    },
  },
  offers: [
    {
      name: 'conditional',
      label: { ja: '出し分け', en: 'Shown only if' },
      about: { ja: '条件にあてはまる人にだけ見せます', en: 'Only for people of whom something is true' },
      keywords: ['だしわけ', 'dashiwake', 'dasiwake', 'じょうけん', 'jouken', 'zyouken', '条件', 'if', 'condition'],
      mjml: () =>
        [
          '<mj-raw>{% if orders.count > 1 %}</mj-raw>',
          '<mj-section>\n  <mj-column>\n  </mj-column>\n</mj-section>',
          '<mj-raw>{% endif %}</mj-raw>',
        ].join('\n'),
    },
  ],
  recognise: ({ element, source }) => IF.test(rawText(element, source)),
  run,
  summary: ({ when }) => when,
});
