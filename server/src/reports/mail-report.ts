import type { MailReport, ReportQuery } from '@tabiji/shared/api/reports.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { dateOfDay, dayOfDate } from './asked-in.sql.ts';
import { bucketOf, bucketsIn } from './buckets.ts';
import { NO_MAILS } from './figures.ts';
import { gather, sumOf, sumsBy, type Part } from './gather.ts';
import { namesOf } from './names.sql.ts';

/** What became of the mails of a period: in all, of each mail of each journey, and by day, week or month. */
export async function mailReport(trx: Trx, here: Here, query: ReportQuery): Promise<MailReport> {
  const { parts, refusals } = await gather(trx, here, query);
  const mails = sumsBy(parts, placeOf);
  const places = new Map(parts.map((part) => [placeOf(part), part]));
  const names = await namesOf(
    trx,
    here,
    parts.map(({ journeyId }) => journeyId),
  );
  return {
    from: query.from,
    to: query.to,
    at: new Date(here.now).toISOString(),
    total: sumOf(parts),
    mails: [...mails]
      .map(([place, figures]) => ({ ...names(places.get(place)!), ...figures }))
      .toSorted((a, b) => b.asked - a.asked || a.journeyId - b.journeyId || (a.node < b.node ? -1 : 1)),
    buckets: bucketsOf(parts, query),
    refusals,
  };
}

const placeOf = ({ journeyId, node, template }: Part): string => JSON.stringify([journeyId, node, template]);

/** Mails by day, week or month; those on which nothing happened too. */
export function bucketsOf(parts: readonly Part[], { from, to, group }: ReportQuery): MailReport['buckets'] {
  const sums = sumsBy(parts, ({ day }) => bucketOf(day, group));
  return bucketsIn({ from: dayOfDate(from), to: dayOfDate(to) }, group).map((day) => ({
    from: dateOfDay(day),
    mails: sums.get(day) ?? { ...NO_MAILS },
  }));
}
