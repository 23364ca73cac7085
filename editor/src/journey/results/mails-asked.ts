import type { StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import { bouncedIn, isUntold } from '../../reports/metrics.ts';

const DAY = 86_400_000;
/** A report reaches back so far at most. */
const LONGEST_DAYS = 800;
const LENGTHS = { today: 1, '7d': 7, '30d': 30, all: LONGEST_DAYS } as const;

/** The dates of the period that the figures of a journey are of. */
export function datesOf({ period = 'all', from, to }: StatsQuery, today: string): { from: string; to: string } {
  const last = to ?? today;
  const back = (days: number) => new Date(Date.parse(last) - (days - 1) * DAY).toISOString().slice(0, 10);
  if (from === undefined) return { from: back(LENGTHS[period]), to: last };
  return { from: [from, back(LONGEST_DAYS)].toSorted()[1]!, to: [from, last].toSorted()[1]! };
}

type Name = 'asked' | 'sent' | 'withheld' | 'failed' | 'unknown' | 'waiting' | 'reached' | 'bounced' | 'untold';

/** A figure and its number; null: nobody can tell. */
export interface Told {
  name: Name | 'complained' | 'unsubscribed';
  value: number | null;
}

/** What mails came to: the whole and its parts, those that went and theirs, and what readers said. Rare parts only where there are any. */
export function partsOf(mails: MailFigures): Record<'asked' | 'arrived' | 'said', Told[]> {
  const rare = (names: readonly (keyof MailFigures & Name)[]): Told[] =>
    names.flatMap((name) => (mails[name] > 0 ? [{ name, value: mails[name] }] : []));
  return {
    asked: [
      { name: 'asked', value: mails.asked },
      { name: 'sent', value: mails.sent },
      { name: 'withheld', value: mails.withheld },
      ...rare(['failed', 'unknown', 'waiting']),
    ],
    arrived: [
      { name: 'reached', value: isUntold(mails) ? null : mails.reached },
      { name: 'bounced', value: isUntold(mails) ? null : bouncedIn(mails) },
      ...rare(['untold']),
    ],
    said: [
      { name: 'complained', value: mails.complained },
      { name: 'unsubscribed', value: mails.unsubscribed },
    ],
  };
}
