import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { defineNode } from '../define-node.ts';
import { sayTemplate, sayOneOf, sayEach } from '../field.ts';
import { ask, leave, listen } from '../outcome.ts';
import { SenderChoice, senderField, senderProblems } from '../sender-choice.ts';

export const Series = z.strictObject({
  templates: z
    .array(z.string().min(1).max(100))
    .max(500)
    .describe('keys of mail templates; the first not had yet is sent'),
  whenEmpty: z
    .enum(['leave', 'wait'])
    .default('leave')
    .describe('leave: go on by `empty`; wait: rest here until a published version adds a letter'),
  sender: SenderChoice,
});
export type Series = z.infer<typeof Series>;

export const series = defineNode({
  type: 'series',
  version: 1,
  group: 'send',
  label: { ja: '連載メール', en: 'Series' },
  keywords: [
    'れんさい',
    'rensai',
    'お便り',
    'おたより',
    'otayori',
    'じゅんばん',
    'series',
    'newsletter',
    'drip',
    'next letter',
  ],
  config: Series,
  initial: { templates: [], whenEmpty: 'leave' },
  rests: true,
  inPicker: true,
  ports: () => [
    { id: 'next', label: { ja: '次へ', en: 'Next' } },
    { id: 'empty', label: { ja: '全部読んだ', en: 'Had them all' } },
  ],
  fields: {
    templates: { ja: 'メールの一覧', en: 'Letters', say: sayEach(sayTemplate) },
    whenEmpty: {
      ja: '全部読んだ人は',
      en: 'Who has had them all',
      say: sayOneOf({
        leave: { ja: '先へ進む', en: 'goes on' },
        wait: { ja: '次が加わるまで待つ', en: 'waits for the next' },
      }),
    },
    sender: senderField,
  },
  summary: ({ templates }, locale, names) => {
    const [first] = templates;
    if (first === undefined) return locale === 'ja' ? 'テンプレートを選んでください' : 'Choose templates';
    const name = names.template(first) ?? first;
    if (templates.length === 1) return locale === 'ja' ? `まだなら「${name}」を送る` : `“${name}”, if not had yet`;
    return locale === 'ja'
      ? `${templates.length}通のうち、まだ送っていない次の1通`
      : `The next of ${templates.length} letters not had yet`;
  },
  templates: ({ templates }) => templates,
  sender: ({ sender }) => sender,
  rebind: (config, rebind) => ({ ...config, templates: config.templates.map((key) => rebind('template', key)) }),
  needs: () => ({ ...NO_NEEDS, messages: true, underWay: true }),
  decide: ({ config, facts, now, intent = { from: now } }) => {
    const had = new Set([...facts.messages.map(({ template }) => template), ...facts.underWay]);
    const next = config.templates.find((template) => !had.has(template));
    if (next !== undefined) return ask({ kind: 'send', template: next, sender: config.sender }, ['next']);
    return config.whenEmpty === 'wait' ? listen(null, 'empty', intent) : leave('empty');
  },
  // Only another version has another letter, and who is moved to it decides again.
  hears: () => undefined,
  problems: (config, around) => {
    const { templates } = config;
    const found = senderProblems(config, around);
    if (templates.length === 0)
      found.push({
        severity: 'error',
        path: 'templates',
        message: { ja: '連載のテンプレートがありません。', en: 'The series has no templates.' },
      });
    templates.forEach((key, i) => {
      const path = `templates.${i}`;
      if (templates.indexOf(key) < i)
        found.push({
          severity: 'warning',
          path,
          message: { ja: `「${key}」は二度は送られません。`, en: `“${key}” is never sent twice.` },
        });
      else if (around.templates && !around.templates.has(key))
        found.push({
          severity: 'error',
          path,
          message: { ja: `テンプレート「${key}」がありません。`, en: `There is no template “${key}”.` },
        });
    });
    return found;
  },
  upgrades: [],
});
