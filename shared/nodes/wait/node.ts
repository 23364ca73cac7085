import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { ClosedDays } from '../../time/business-days.ts';
import { Weekdays } from '../../time/day.ts';
import { Window } from '../../time/window.ts';
import { IsoDuration, roughLength, TimeOfDay } from '../../time.ts';
import { defineNode } from '../define-node.ts';
import { leave, sleep } from '../outcome.ts';
import { endOfWait } from './end.ts';
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
  keywords: ['まつ', 'matsu', 'たいき', 'taiki', '待機', 'wait', 'delay'],
  config: Wait,
  initial: { for: 'P1D' },
  rests: true,
  pauses: (config) => roughLength(config.for) >= 60_000 || config.at !== undefined,
  inPicker: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  summary: waitWords,
  needs: () => NO_NEEDS,
  decide: ({ config, now, zone, intent }) => {
    const from = intent?.from ?? now;
    const { end, why } = endOfWait(from, config, zone);
    return end <= now && config.within ? leave('next') : sleep(end, 'next', { from }, { why });
  },
  plan: (config, intent, zone) => endOfWait(intent.from, config, zone).end,
  problems: waitProblems,
  upgrades: [],
});
