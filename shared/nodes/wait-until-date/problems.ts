import { isWholeDays, roughLength } from '../../time.ts';
import type { ConfigProblem } from '../define-node.ts';
import type { WaitUntilDate } from './node.ts';

/** What keeps it from being published: a date without a name, hours where days are counted, lengths that run backwards. */
export function dateProblems(config: WaitUntilDate): ConfigProblem[] {
  const { date, offset, at, estimate } = config;
  const found: ConfigProblem[] = [];
  if (/^(attribute|event):\s*\??$/.test(date))
    found.push({
      severity: 'error',
      path: 'date',
      message: { ja: 'どの日付か、名前が入っていません。', en: 'Enter the name of the date.' },
    });
  if (at !== undefined && offset !== undefined && !isWholeDays(offset))
    found.push({
      severity: 'error',
      path: 'offset',
      message: {
        ja: '時刻を決めるときは、前後の期間を日・週・月で入れてください。',
        en: 'With a time of day, give the offset in days, weeks or months.',
      },
    });
  if (estimate !== undefined && date !== 'shipped' && date !== 'delivered')
    found.push({
      severity: 'error',
      path: 'estimate',
      message: { ja: '見込みの日は出荷日と到着日だけに使えます。', en: 'Only shipping and delivery can be estimated.' },
    });
  for (const path of ['late', 'waitForDate', 'estimate'] as const) {
    const length = config[path];
    if (length !== undefined && roughLength(length) < 0)
      found.push({
        severity: 'error',
        path,
        message: { ja: `期間 ${length} が負です。`, en: `${length} is negative.` },
      });
  }
  return found;
}
