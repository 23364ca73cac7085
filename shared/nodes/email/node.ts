import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { type ConfigProblem, defineNode, type Surroundings } from '../define-node.ts';
import { sayTemplate } from '../field.ts';
import { ask } from '../outcome.ts';
import { SenderChoice, senderField, senderProblems } from '../sender-choice.ts';

export const Email = z.strictObject({
  template: z.string().max(100).describe('key of the mail template'),
  sender: SenderChoice,
});
export type Email = z.infer<typeof Email>;

export const email = defineNode({
  type: 'email',
  version: 1,
  group: 'send',
  label: { ja: 'メール', en: 'Email' },
  keywords: ['めーる', 'meeru', 'mail', 'email', '送信', 'そうしん', 'letter'],
  config: Email,
  initial: { template: '' },
  rests: true,
  inPicker: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  fields: { template: { ja: 'テンプレート', en: 'Template', say: sayTemplate }, sender: senderField },
  summary: ({ template }, locale, names) =>
    template === ''
      ? locale === 'ja'
        ? 'テンプレートを選んでください'
        : 'Choose a template'
      : (names.template(template) ?? template),
  templates: ({ template }) => (template === '' ? [] : [template]),
  sender: ({ sender }) => sender,
  rebind: (config, rebind) => ({ ...config, template: rebind('template', config.template) }),
  needs: () => NO_NEEDS,
  decide: ({ config }) => ask({ kind: 'send', template: config.template, sender: config.sender }, ['next']),
  problems: (config, around) => [...templateProblems(config, around), ...senderProblems(config, around)],
  upgrades: [],
});

function templateProblems({ template }: Email, { templates }: Surroundings): ConfigProblem[] {
  if (template === '')
    return [
      {
        severity: 'error',
        path: 'template',
        message: { ja: 'メールのテンプレートが選ばれていません。', en: 'Choose a mail template.' },
      },
    ];
  if (templates && !templates.has(template))
    return [
      {
        code: 'E14',
        severity: 'error',
        path: 'template',
        message: { ja: `テンプレート「${template}」がありません。`, en: `There is no template “${template}”.` },
      },
    ];
  return [];
}
