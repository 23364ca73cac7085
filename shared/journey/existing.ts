import { z } from 'zod';
import type { Words } from '../locale.ts';
import { IsoDuration } from '../time.ts';
import type { Trigger } from './triggers.ts';

/** Whether publishing lets customers in who had met a trigger before: none, all, or those of the last so many days. */
export const Existing = z.union([
  z.enum(['future', 'everybody']),
  z.strictObject({ last: IsoDuration.regex(/^P\d{1,4}[DWM]$/, 'give days, weeks or months such as P30D') }),
]);
export type Existing = z.infer<typeof Existing>;

/** Why a trigger has nobody who had met it before; undefined where it may have. */
export function notBefore(trigger: Trigger): Words | undefined {
  switch (trigger.on) {
    case 'segment':
      return trigger.change === 'left'
        ? {
            ja: 'いつ出たかは残っていないので、これから出た人だけが入ります。',
            en: 'Nobody knows who left when; only those who leave from now on enter.',
          }
        : undefined;
    case 'cpm':
      return trigger.active === true
        ? { ja: 'これから戻った人だけが入ります。', en: 'Only those who come back from now on enter.' }
        : undefined;
    case 'anniversary':
      return { ja: '次の記念日に、全員が入ります。', en: 'Everybody enters on their next anniversary.' };
    case 'schedule':
      return { ja: '次の回に、当てはまる全員が入ります。', en: 'All who match enter at the next occurrence.' };
    case 'manual':
      return { ja: '人を選ぶか CSV を送って入れてください。', en: 'Choose people, or send a CSV.' };
    case 'first_purchase':
    case 'nth_purchase':
    case 'order':
    case 'event':
    case 'elapsed':
    case 'late':
    case 'message':
      return undefined;
  }
}
