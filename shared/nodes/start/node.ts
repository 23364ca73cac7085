import { z } from 'zod';
import { Condition } from '../../conditions/condition.ts';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { needsOf } from '../../conditions/parts.ts';
import { RUNNABLE_TRIGGERS, Trigger } from '../../journey/triggers.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { leave } from '../outcome.ts';
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
  summary: ({ triggers }, locale, names) =>
    triggers.map((trigger) => triggerWords(trigger, locale, names)).join(locale === 'ja' ? '、または' : ', or ') ||
    (locale === 'ja' ? '開始条件を選んでください' : 'Choose what starts this journey'),
  needs: ({ filter }) => (filter ? needsOf(filter) : NO_NEEDS),
  decide: () => leave('next'),
  conditions: ({ filter }) => (filter ? [{ path: 'filter', condition: filter }] : []),
  problems: ({ triggers }, { segments }) => {
    const found: ConfigProblem[] = [];
    if (triggers.length === 0)
      found.push({
        severity: 'error',
        path: 'triggers',
        message: { ja: '開始条件が選ばれていません。', en: 'Choose what starts this journey.' },
      });
    triggers.forEach((trigger, i) => {
      if (!RUNNABLE_TRIGGERS.has(trigger.on))
        found.push({
          severity: 'error',
          path: `triggers.${i}`,
          message: {
            ja: `開始条件「${trigger.on}」はこのバージョンではまだ動きません。`,
            en: `The trigger “${trigger.on}” cannot run in this version yet.`,
          },
        });
    });
    for (const { on, ...trigger } of triggers)
      if (on === 'segment' && 'segment' in trigger && segments && !segments.has(trigger.segment))
        found.push({
          severity: 'error',
          path: 'triggers',
          message: {
            ja: `セグメント「${trigger.segment}」がありません。`,
            en: `There is no segment “${trigger.segment}”.`,
          },
        });
    return found;
  },
  upgrades: [],
});
