import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { defineNode } from '../define-node.ts';
import { sayNode } from '../field.ts';
import { leave } from '../outcome.ts';

export const GoTo = z.strictObject({
  to: z.string().max(40).describe('id of an earlier node'),
  times: z.int().min(1).max(1000).describe('how often at most'),
});
export type GoTo = z.infer<typeof GoTo>;

export const goTo = defineNode({
  type: 'go-to',
  version: 1,
  group: 'branch',
  label: { ja: '前へ戻る', en: 'Go back to' },
  keywords: ['まえへもどる', 'もどる', 'modoru', '繰り返し', 'くりかえし', 'kurikaeshi', 'repeat', 'loop', 'go to'],
  config: GoTo,
  initial: { to: '', times: 3 },
  rests: false,
  inPicker: true,
  ports: () => [
    { id: 'done', label: { ja: '繰り返しの後', en: 'After the repeats' } },
    { id: 'again', label: { ja: '戻る', en: 'Again' } },
  ],
  jump: ({ to }) => ({ port: 'again', to }),
  fields: {
    to: { ja: '戻り先', en: 'Back to', say: sayNode },
    times: { ja: '最大回数', en: 'Times at most' },
  },
  summary: ({ to, times }, locale, names) => {
    if (to === '') return locale === 'ja' ? '戻り先を選んでください' : 'Choose where to go back to';
    const name = names.node?.(to) ?? to;
    return locale === 'ja'
      ? `「${name}」へ戻る（最大${times}回）`
      : `Back to “${name}” (at most ${times === 1 ? 'once' : `${times} times`})`;
  },
  rebind: (config, rebind) => ({ ...config, to: rebind('node', config.to) }),
  needs: () => NO_NEEDS,
  decide: ({ config, memory }) => {
    const been = typeof memory === 'number' ? memory : 0;
    // Forgotten at the end, so that a way back around this one may repeat it.
    return been < config.times ? leave('again', [], { remember: been + 1 }) : leave('done', [], { remember: 0 });
  },
  problems: ({ to }) =>
    to === ''
      ? [
          {
            severity: 'error',
            path: 'to',
            message: { ja: '戻り先が選ばれていません。', en: 'Choose where to go back to.' },
          },
        ]
      : [],
  upgrades: [],
});
