import { z } from 'zod';
import { Condition } from '../../conditions/condition.ts';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { needsOf } from '../../conditions/parts.ts';
import { Trigger } from '../../journey/triggers.ts';
import { withoutCapital } from '../../words.ts';
import { defineNode } from '../define-node.ts';
import { sayEach } from '../field.ts';
import { leave } from '../outcome.ts';
import { triggerProblems } from './trigger-problems.ts';
import { triggerWords } from './words.ts';

export const Start = z.strictObject({
  triggers: z.array(Trigger).describe('any of them starts the journey'),
  filter: Condition.optional().describe('only customers who meet it enter'),
});
export type Start = z.infer<typeof Start>;

export const start = defineNode({
  type: 'start',
  version: 1,
  group: 'start',
  label: { ja: '開始', en: 'Start' },
  keywords: ['かいし', 'kaishi', 'start', 'trigger'],
  config: Start,
  initial: { triggers: [] },
  rests: false,
  inPicker: false,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  fields: {
    triggers: {
      ja: '開始条件',
      en: 'Trigger',
      say: sayEach((value, locale, names) => {
        const read = Trigger.safeParse(value);
        return read.success ? triggerWords(read.data, locale, names) : '';
      }),
    },
    filter: { ja: '入る人の条件', en: 'Who enters' },
  },
  summary: ({ triggers }, locale, names) =>
    triggers
      .map((trigger) => triggerWords(trigger, locale, names))
      .map((said, at) => (locale === 'en' && at > 0 ? withoutCapital(said) : said))
      .join(locale === 'ja' ? '、または' : ', or ') ||
    (locale === 'ja' ? '開始条件を選んでください' : 'Choose what starts this journey'),
  needs: ({ filter }) => (filter ? needsOf(filter) : NO_NEEDS),
  decide: () => leave('next'),
  conditions: ({ filter, triggers }) => [
    ...(filter ? [{ path: 'filter', condition: filter }] : []),
    ...triggers.flatMap((one, i) => (one.filter ? [{ path: `triggers.${i}.filter`, condition: one.filter }] : [])),
  ],
  problems: ({ triggers }, around) =>
    triggers.length === 0
      ? [
          {
            severity: 'error',
            path: 'triggers',
            message: { ja: '開始条件が選ばれていません。', en: 'Choose what starts this journey.' },
          },
        ]
      : triggers.flatMap((trigger, i) => triggerProblems(trigger, `triggers.${i}`, around)),
  upgrades: [],
});
