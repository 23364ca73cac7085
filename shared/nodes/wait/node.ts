import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { IsoDuration, isWholeDays, roughLength, TimeOfDay, waitEnd } from '../../time.ts';
import { durationWords } from '../../words.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { sleep } from '../outcome.ts';

export const Wait = z.strictObject({
  for: IsoDuration.describe('how long: P14D counts calendar days, PT36H hours'),
  at: TimeOfDay.optional().describe('local time of day at which customers go on'),
});
export type Wait = z.infer<typeof Wait>;

export const wait = defineNode({
  type: 'wait',
  version: 1,
  group: 'wait',
  label: { ja: '待つ', en: 'Wait' },
  keywords: ['まつ', 'matsu', 'たいき', 'taiki', '待機', 'wait', 'delay'],
  config: Wait,
  initial: { for: 'P1D' },
  rests: true,
  inPicker: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  summary: (config, locale) => {
    const span = durationWords(config.for, locale);
    if (config.at === undefined) return locale === 'ja' ? `${span}後に進む` : `Wait ${span}`;
    if (roughLength(config.for) === 0)
      return locale === 'ja' ? `次の ${config.at} に進む` : `Until the next ${config.at}`;
    if (isWholeDays(config.for))
      return locale === 'ja' ? `${span}後の ${config.at} に進む` : `Wait ${span}, until ${config.at}`;
    return locale === 'ja' ? `${span}たった後の ${config.at} に進む` : `Wait ${span}, then until ${config.at}`;
  },
  needs: () => NO_NEEDS,
  decide: ({ config, now, zone }) => sleep(waitEnd(now, config, zone), 'next', { from: now }),
  plan: (config, intent, zone) => waitEnd(intent.from, config, zone),
  problems: (config) => {
    const length = roughLength(config.for);
    const found: ConfigProblem[] = [];
    if (length < 0)
      found.push({
        severity: 'error',
        path: 'for',
        message: { ja: '待つ期間が負です。', en: 'The wait is negative.' },
      });
    else if (length < 60_000 && config.at === undefined)
      found.push({
        severity: 'error',
        path: 'for',
        message: { ja: '待つ期間が 0 です。1分以上にしてください。', en: 'Wait must be at least 1 minute.' },
      });
    return found;
  },
  upgrades: [],
});
