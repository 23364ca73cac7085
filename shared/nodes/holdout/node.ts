import { z } from 'zod';
import { chance } from '../../chance.ts';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { defineNode } from '../define-node.ts';
import { leave } from '../outcome.ts';
import { Salt, saltOf } from '../salt.ts';

export const Holdout = z.strictObject({
  percent: z.number().min(0.1).max(99.9).describe('how many of a hundred are kept out'),
  salt: Salt.optional(),
});
export type Holdout = z.infer<typeof Holdout>;

export const holdout = defineNode({
  type: 'holdout',
  version: 1,
  group: 'branch',
  label: { ja: '比較用に残す', en: 'Holdout' },
  keywords: [
    'ひかくよう',
    'hikakuyou',
    'たいしょうぐん',
    'taishougun',
    '対照群',
    '配信しない',
    'holdout',
    'control group',
  ],
  config: Holdout,
  initial: { percent: 10 },
  rests: false,
  inPicker: true,
  ports: () => [
    { id: 'in', label: { ja: '進む', en: 'In' } },
    { id: 'out', label: { ja: '残す', en: 'Kept out' } },
  ],
  fields: {
    percent: { ja: '残す割合（%）', en: 'Kept out (%)' },
    salt: { ja: '分け方の種', en: 'Salt' },
  },
  summary: ({ percent }, locale) =>
    locale === 'ja' ? `${percent}%の人を比較用に残す` : `Keeps ${percent}% out for comparison`,
  fresh: (config, salt) => ({ ...config, salt }),
  records: true,
  keepsOut: 'out',
  needs: () => NO_NEEDS,
  decide: ({ config, enrollment }) =>
    leave(chance(saltOf(config, enrollment), enrollment.customer) * 100 < config.percent ? 'out' : 'in'),
  upgrades: [],
});
