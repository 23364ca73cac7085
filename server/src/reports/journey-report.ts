import type { JourneyReport, PassageFigures, ReportQuery } from '@tabiji/shared/api/reports.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { dayOfDate } from './asked-in.sql.ts';
import { bucketOf } from './buckets.ts';
import { NO_MAILS } from './figures.ts';
import { gather, sumOf, sumsBy } from './gather.ts';
import { bucketsOf } from './mail-report.ts';
import { journeysNamed, passageCells, type PassageCell } from './passages.sql.ts';

/** Who entered the journeys of a period, and what became of their mails. */
export async function journeyReport(trx: Trx, here: Here, query: ReportQuery): Promise<JourneyReport> {
  const { parts, refusals } = await gather(trx, here, query);
  const passages = await passageCells(trx, here, query);
  const mails = sumsBy(parts, ({ journeyId }) => journeyId);
  const ids = [...new Set([...mails.keys(), ...passages.map(({ journeyId }) => journeyId)])];
  const named = await journeysNamed(trx, here, ids);
  const passagesBy = (which: (cell: PassageCell) => boolean) => passagesOf(passages.filter(which));
  return {
    from: query.from,
    to: query.to,
    at: new Date(here.now).toISOString(),
    passages: passagesOf(passages),
    mails: sumOf(parts),
    journeys: ids
      .map((journeyId) => ({
        journeyId,
        journey: named.get(journeyId)?.name ?? String(journeyId),
        status: named.get(journeyId)?.status ?? '',
        ...passagesBy((cell) => cell.journeyId === journeyId),
        mails: mails.get(journeyId) ?? { ...NO_MAILS },
      }))
      .toSorted((a, b) => b.mails.asked - a.mails.asked || b.entered - a.entered || a.journeyId - b.journeyId),
    buckets: bucketsOf(parts, query).map((bucket) => ({
      ...bucket,
      passages: passagesBy(({ day }) => bucketOf(day, query.group) === dayOfDate(bucket.from)),
    })),
    refusals,
  };
}

function passagesOf(cells: readonly PassageFigures[]): PassageFigures {
  const sum = { entered: 0, heldOut: 0, ended: 0, goals: 0 };
  for (const { entered, heldOut, ended, goals } of cells) {
    sum.entered += entered;
    sum.heldOut += heldOut;
    sum.ended += ended;
    sum.goals += goals;
  }
  return sum;
}
