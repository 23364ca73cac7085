import type { MailFigures, ReportFileQuery } from '@tabiji/shared/api/reports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { csvCell } from '../imports/csv.ts';
import { dateOfDay } from './asked-in.sql.ts';
import { bucketOf } from './buckets.ts';
import { gather, sumsBy, type Part } from './gather.ts';
import { namesOf } from './names.sql.ts';

/** Columns of the file, in order. */
const COLUMNS: readonly (readonly [keyof MailFigures, Record<Locale, string>])[] = [
  ['asked', { ja: '対象', en: 'asked for' }],
  ['sent', { ja: '配信', en: 'sent' }],
  ['withheld', { ja: '見送り', en: 'withheld' }],
  ['failed', { ja: '失敗', en: 'failed' }],
  ['unknown', { ja: '不明', en: 'unknown' }],
  ['waiting', { ja: '待機中', en: 'waiting' }],
  ['reached', { ja: '到達', en: 'delivered' }],
  ['bouncedHard', { ja: '不達（宛先なし）', en: 'bounced (no such address)' }],
  ['bouncedSoft', { ja: '不達（一時的）', en: 'bounced (for now)' }],
  ['bouncedSender', { ja: '不達（差出人）', en: 'bounced (sender)' }],
  ['untold', { ja: '到達の知らせなし', en: 'arrival not told' }],
  ['opened', { ja: '開封（目安）', en: 'opened (estimate)' }],
  ['machineOpened', { ja: '機械の開封', en: 'opened by programs' }],
  ['clicked', { ja: 'クリック', en: 'clicked' }],
  ['machineClicked', { ja: '機械のクリック', en: 'clicked by programs' }],
  ['goals', { ja: '目標達成', en: 'goals' }],
  ['orders', { ja: '注文', en: 'orders' }],
  ['revenue', { ja: '売上', en: 'revenue' }],
  ['unsubscribed', { ja: '配信停止', en: 'unsubscribed' }],
  ['complained', { ja: '迷惑メール報告', en: 'complaints' }],
];
const FIRST: Record<Locale, string[]> = {
  ja: ['期間の始まり', 'ジャーニー', '手順', 'メール'],
  en: ['from', 'journey', 'step', 'mail'],
};

/** The mails of a period for a spreadsheet: with the mark by which it knows UTF-8, and no cell that is a formula. */
export async function reportFile(trx: Trx, here: Here, query: ReportFileQuery, locale: Locale): Promise<string> {
  const { parts } = await gather(trx, here, query);
  const names = await namesOf(
    trx,
    here,
    parts.map(({ journeyId }) => journeyId),
  );
  const dateOf = ({ day }: Part) => (query.group ? dateOfDay(bucketOf(day, query.group)) : query.from);
  const nameOf = (part: Part) => JSON.stringify([dateOf(part), part.journeyId, part.node, part.template]);
  const places = new Map(parts.map((part) => [nameOf(part), part]));
  const lines = [...sumsBy(parts, nameOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, figures]) => {
      const part = places.get(name)!;
      const { journey, nodeName, node, templateName } = names(part);
      const words = [dateOf(part), journey, nodeName ?? node, templateName].map(csvCell);
      return [...words, ...COLUMNS.map(([figure]) => figures[figure])].join();
    });
  const head = [...FIRST[locale], ...COLUMNS.map(([, title]) => title[locale])].map(csvCell).join();
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}
