import type { Words } from '../../locale.ts';
import { DAY_LENGTH, millisOf } from '../../time/day.ts';
import { nextLocalInWindow } from '../../time/window.ts';
import { roughLength } from '../../time.ts';
import type { ConfigProblem } from '../define-node.ts';
import { endOfWait, everEnds } from './end.ts';
import type { Wait } from './node.ts';

const error = (path: string, message: Words, code = 'E08'): ConfigProblem => ({
  code,
  severity: 'error',
  path,
  message,
});

/** What keeps a wait from being published: lengths that are none, days and hours that never come. */
export function waitProblems(config: Wait): ConfigProblem[] {
  const { at, within, count } = config;
  const length = roughLength(config.for);
  const restsUntil = at ?? config.on ?? config.businessDay ?? count ?? within;
  const found: ConfigProblem[] = [];
  if (length < 0) found.push(error('for', { ja: '待つ期間が負です。', en: 'The wait is negative.' }, 'E05'));
  else if (length < 60_000 && restsUntil === undefined)
    found.push(
      error('for', { ja: '待つ期間が 0 です。1分以上にしてください。', en: 'Wait must be at least 1 minute.' }, 'E05'),
    );
  if (count !== undefined && !/^P\d{1,3}D$/.test(config.for))
    found.push(
      error('for', {
        ja: '営業日で数える期間は「日」だけで入れてください（例：P3D、999日まで）。',
        en: 'A wait in business days is a number of days, such as P3D, and at most 999.',
      }),
    );
  if (at !== undefined && within && !isTimeIn(at, within))
    found.push(
      error(
        'at',
        {
          ja: `${at} は時間帯 ${within.from}〜${within.to} の外です。どちらかを直してください。`,
          en: `${at} lies outside ${within.from}–${within.to}. Change one of them.`,
        },
        'E06',
      ),
    );
  if (!everEnds(config))
    found.push(
      error('on', {
        ja: '曜日・営業日・休業日・時間帯をすべて満たす日がありません。どれかをゆるめてください。',
        en: 'No day fits the weekdays, business days, closed days and hours together. Loosen one of them.',
      }),
    );
  else found.push(...delayOf(config));
  return found;
}

const HOUR = 3_600_000;
/** A Monday in a week without holidays. */
const MONDAY = Date.UTC(2026, 5, 1);

/** Days and hours that make everybody wait a day and more beyond the length, which the length does not show. */
function delayOf(config: Wait): ConfigProblem[] {
  if (config.count !== undefined || (!config.on && !config.businessDay && !config.within)) return [];
  const plain = { for: config.for, at: config.at };
  const arrivals = Array.from({ length: 7 * 4 }, (_, quarter) => MONDAY + quarter * 6 * HOUR);
  const most = Math.max(...arrivals.map((at) => endOfWait(at, config, 'UTC').end - endOfWait(at, plain, 'UTC').end));
  if (most < DAY_LENGTH || roughLength(config.for) === 0) return [];
  const days = Math.ceil(most / DAY_LENGTH);
  return [
    {
      code: 'W05',
      severity: 'warning',
      path: config.within && !config.on ? 'within' : 'on',
      message: {
        ja: `進める曜日・時間帯が限られているため、待つ期間より最大${days}日遅れます（祝日を除く）。`,
        en: `The days and hours allowed make it up to ${days} ${days === 1 ? 'day' : 'days'} longer than the wait (holidays aside).`,
      },
    },
  ];
}

const isTimeIn = (at: string, { from, to }: NonNullable<Wait['within']>) =>
  nextLocalInWindow(millisOf(at), { from, to }) === millisOf(at);
