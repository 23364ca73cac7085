import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { defineNode } from '../define-node.ts';
import { exit as end } from '../outcome.ts';

export const Exit = z.strictObject({
  reason: z.string().min(1).max(100).default('completed').describe('what reports count this end as'),
});
export type Exit = z.infer<typeof Exit>;

export const exit = defineNode({
  type: 'exit',
  version: 1,
  group: 'exit',
  label: { ja: '終了', en: 'Exit' },
  keywords: ['しゅうりょう', 'shuuryou', 'owari', 'exit', 'end'],
  config: Exit,
  initial: { reason: 'completed' },
  rests: false,
  inPicker: true,
  ports: () => [],
  fields: { reason: { ja: '終了の理由', en: 'Reason' } },
  summary: ({ reason }, locale) =>
    reason === 'completed'
      ? locale === 'ja'
        ? 'ここで終わる'
        : 'Ends here'
      : locale === 'ja'
        ? `理由：${reason}`
        : `Reason: ${reason}`,
  needs: () => NO_NEEDS,
  decide: ({ config }) => end(config.reason),
  upgrades: [],
});
