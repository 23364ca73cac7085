import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { ClosedDays } from '../../time/business-days.ts';
import { type Weekday, Weekdays } from '../../time/day.ts';
import { weekdayWords } from '../../time/words.ts';
import { Window } from '../../time/window.ts';
import { IsoDuration, roughLength, TimeOfDay } from '../../time.ts';
import { defineNode } from '../define-node.ts';
import { sayOneOf } from '../field.ts';
import { leave, sleep } from '../outcome.ts';
import { endOfWait } from './end.ts';
import { explainWait } from './explain.ts';
import { waitProblems } from './problems.ts';
import { waitWords } from './words.ts';

export const Wait = z.strictObject({
  for: IsoDuration.describe(
    'how long: P14D counts calendar days, PT36H hours; P0D none, for waiting until a day or time',
  ),
  at: TimeOfDay.optional().describe('local time of day at which customers go on'),
  count: z
    .literal('business_days')
    .optional()
    .describe('the days of `for` are business days: Monday to Friday, no Japanese holiday, not closed'),
  on: Weekdays.optional().describe('go on only on these days of the week'),
  businessDay: z.literal(true).optional().describe('go on only on a business day: if it is none, on the next'),
  closed: z.array(ClosedDays).max(20).optional().describe('further days on which nobody goes on, such as 12-29/01-03'),
  within: Window.optional().describe('go on only within these hours'),
});
export type Wait = z.infer<typeof Wait>;

export const wait = defineNode({
  type: 'wait',
  version: 1,
  group: 'wait',
  label: { ja: '待つ', en: 'Wait' },
  keywords: ['まつ', 'まち', 'matsu', 'machi', 'たいき', 'taiki', '待機', 'wait', 'delay'],
  config: Wait,
  initial: { for: 'P1D' },
  rests: true,
  pauses: (config) => roughLength(config.for) >= 60_000 || config.at !== undefined,
  lasts: (config) => roughLength(config.for),
  takes: (config) => roughLength(config.for),
  inPicker: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  fields: {
    for: { ja: '期間', en: 'How long' },
    at: { ja: '時刻', en: 'Time of day' },
    count: {
      ja: '数える日',
      en: 'Days that count',
      say: sayOneOf({ business_days: { ja: '営業日', en: 'business days' } }),
    },
    on: {
      ja: '曜日',
      en: 'Days of the week',
      say: (days, locale) => (Array.isArray(days) ? weekdayWords(days as Weekday[], locale) : ''),
    },
    businessDay: { ja: '営業日だけに進む', en: 'Business days only' },
    closed: { ja: '休業日', en: 'Closed days' },
    within: { ja: '時間帯', en: 'Hours' },
  },
  summary: waitWords,
  needs: () => NO_NEEDS,
  decide: ({ config, now, zone, intent }) => {
    const from = intent?.from ?? now;
    const { end, why } = endOfWait(from, config, zone);
    return end <= now && config.within ? leave('next') : sleep(end, 'next', { from }, { why });
  },
  plan: (config, intent, zone) => endOfWait(intent.from, config, zone).end,
  explain: (config, intent, zone) => explainWait(intent.from, config, zone),
  problems: waitProblems,
  upgrades: [],
});
