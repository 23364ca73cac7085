import type { MailFigures, PassageFigures } from '@tabiji/shared/api/reports.ts';

/** Figures that stand on tiles, each of which a chart can show. */
export const METRICS = ['entered', 'asked', 'sent', 'reached', 'clicked', 'orders', 'revenue', 'unsubscribed'] as const;
export type Metric = (typeof METRICS)[number];

/** Mails, and the people of their journeys. */
export interface Counted {
  mails: MailFigures;
  passages: PassageFigures;
}

export const valueOf = ({ mails, passages }: Counted, metric: Metric): number =>
  metric === 'entered' ? passages.entered : mails[metric];

/** In what a figure is counted. */
export const UNIT = {
  entered: 'people',
  asked: 'mails',
  sent: 'mails',
  reached: 'mails',
  clicked: 'mails',
  orders: 'orders',
  revenue: 'money',
  unsubscribed: 'people',
} as const satisfies Record<Metric, string>;

/** A share is said from so many mails on; fewer say nothing. */
const ENOUGH = 30;

/** Which share of the mails sent a figure is; undefined where that means nothing, of none, or of too few. */
export function shareOfSent(mails: MailFigures, metric: Metric | keyof MailFigures): number | undefined {
  const isShare = ['reached', 'clicked', 'orders', 'unsubscribed', 'complained', 'opened', 'goals'].includes(metric);
  const share = isShare && mails.sent >= ENOUGH ? mails[metric as 'clicked'] / mails.sent : 0;
  return share > 0 ? share : undefined;
}

export const bouncedIn = ({ bouncedHard, bouncedSoft, bouncedSender }: MailFigures): number =>
  bouncedHard + bouncedSoft + bouncedSender;

/** By how much a figure changed, as a share of what it was; null: there was nothing before. */
export const changeOf = (now: number, before: number): number | null => (before === 0 ? null : now / before - 1);

/** Nobody ever tells whether these mails arrived: neither arrivals nor bounces were told of any. */
export const isUntold = (mails: MailFigures): boolean => mails.sent > 0 && mails.untold === mails.sent;
