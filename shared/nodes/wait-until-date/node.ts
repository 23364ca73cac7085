import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { addDuration, IsoDuration, TimeOfDay } from '../../time.ts';
import { defineNode } from '../define-node.ts';
import { sayOneOf, textOf } from '../field.ts';
import { leave, sleep } from '../outcome.ts';
import { explainDate } from './explain.ts';
import { instantOf } from './instant.ts';
import { dateProblems } from './problems.ts';
import { dateName, dateWords } from './words.ts';

/** Which date: of orders and parcels, of an event, or one that an attribute holds. */
export const DateOf = z.union([
  z.enum(['order', 'last_order', 'first_order', 'shipped', 'delivered']),
  z.templateLiteral(['attribute:', z.string().min(1).max(100)]),
  z.templateLiteral(['event:', z.string().min(1).max(100)]),
]);
export type DateOf = z.infer<typeof DateOf>;

export const WaitUntilDate = z.strictObject({
  date: DateOf.describe(
    'order, shipped and delivered mean the order that started the journey, else the latest; attribute:<name> a date',
  ),
  offset: IsoDuration.optional().describe('before (-P7D) or after (P3D) the date; left out: on the day'),
  at: TimeOfDay.optional().describe("local time of day; left out: the date's own, 12:00 where it has none"),
  every: z.literal('year').optional().describe('the date comes again every year (29 February: on the 28th)'),
  past: z
    .enum(['go_on', 'skip', 'next_year'])
    .describe('when it has passed: go on at once, leave by the port past, or wait for the same date of next year'),
  late: IsoDuration.optional().describe('with skip: as long after it as this, customers still go on'),
  waitForDate: IsoDuration.optional().describe('rest as long as this for a date that is not known yet'),
  estimate: IsoDuration.optional().describe(
    'shipped, delivered: until the day is told, count it this long after the order',
  ),
});
export type WaitUntilDate = z.infer<typeof WaitUntilDate>;

export const waitUntilDate = defineNode({
  type: 'wait-until-date',
  version: 1,
  group: 'wait',
  label: { ja: '日付まで待つ', en: 'Wait until a date' },
  keywords: [
    'ひづけ',
    'hizuke',
    '記念日',
    'たんじょうび',
    'tanjoubi',
    '誕生日',
    '更新日',
    '到着',
    'date',
    'birthday',
    'renewal',
  ],
  config: WaitUntilDate,
  initial: { date: 'delivered', offset: 'P3D', at: '10:00', past: 'skip' },
  rests: true,
  moves: true,
  inPicker: true,
  ports: ({ past, every }) => [
    { id: 'next', label: { ja: 'その日に', en: 'On the day' } },
    ...(past === 'skip' && !every ? [{ id: 'past' as const, label: { ja: '過ぎていた', en: 'Already past' } }] : []),
    { id: 'missing', label: { ja: '日付なし', en: 'No date' } },
  ],
  fields: {
    date: { ja: '基準の日', en: 'Which date', say: (value, locale) => dateName(textOf(value), locale) },
    offset: { ja: '前後', en: 'Before or after' },
    at: { ja: '時刻', en: 'Time of day' },
    every: { ja: 'くり返し', en: 'Repeats', say: sayOneOf({ year: { ja: '毎年', en: 'every year' } }) },
    past: {
      ja: 'もう過ぎていたら',
      en: 'When it has passed',
      say: sayOneOf({
        go_on: { ja: 'すぐに進む', en: 'go on at once' },
        skip: { ja: '「過ぎていた」の出口へ', en: 'leave by “Passed”' },
        next_year: { ja: '次の年の同じ日まで待つ', en: 'wait for next year’s' },
      }),
    },
    late: { ja: '遅れの限度', en: 'Late at most' },
    waitForDate: { ja: '日付がまだないときに待つ長さ', en: 'Wait for a missing date' },
    estimate: { ja: '日付が届くまでの見込み', en: 'Estimate until the date is told' },
  },
  summary: dateWords,
  needs: ({ date }) => ({
    ...NO_NEEDS,
    attributes: date.startsWith('attribute:'),
    orders: ['order', 'shipped', 'delivered'].includes(date),
    shipments: date === 'shipped' || date === 'delivered',
    events: new Set(date.startsWith('event:') ? [date.slice('event:'.length)] : []),
  }),
  decide: ({ config, facts, now, zone, occasion, intent: before }) => {
    const of = before ? before.of : occasion.entered?.arrival;
    const intent = { from: before?.from ?? now, ...(of !== undefined && { of }) };
    const instant = instantOf(config, intent, zone, facts);
    if (instant !== undefined) {
      if (instant > now) return sleep(instant, 'next', intent);
      const inTime = config.late !== undefined && addDuration(instant, config.late, zone) >= now;
      if (config.past !== 'skip' || instant === now || inTime) return leave('next', [], { why: 'past' });
      return leave('past');
    }
    const longest = config.waitForDate && addDuration(intent.from, config.waitForDate, zone);
    return longest && longest > now ? sleep(longest, 'missing', intent, { why: 'no_date' }) : leave('missing');
  },
  plan: (config, intent, zone, facts) =>
    instantOf(config, intent, zone, facts) ??
    (config.waitForDate ? addDuration(intent.from, config.waitForDate, zone) : intent.from),
  explain: explainDate,
  problems: dateProblems,
  upgrades: [],
});
