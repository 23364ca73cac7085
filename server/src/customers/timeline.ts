import type { Timeline, TimelineEntry } from '@tabiji/shared/api/customers.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { factEntries } from './timeline-facts.sql.ts';
import { heldEntries, journeyEntries } from './timeline-journeys.sql.ts';
import { enrollmentsOf } from './pages.sql.ts';

const PAGE = 50;

/**
 * What happened to one customer before an instant, newest first; without an instant also what is planned.
 * @param after the oldest instant of the page before
 */
export async function timelineOf(
  trx: Trx,
  here: Here,
  customerId: number,
  after: string | undefined,
): Promise<Timeline> {
  const window = { customerId, before: after === undefined ? 'infinity' : after, limit: PAGE + 1 };
  const past = [...(await factEntries(trx, here, window)), ...(await journeyEntries(trx, here, window))].toSorted(
    byTime,
  );
  const page = past.slice(0, PAGE);
  const planned = after === undefined ? await plannedEntries(trx, here, customerId) : [];
  const last = page.at(-1);
  return { entries: [...planned, ...page], next: past.length > PAGE && last ? last.at : null };
}

/** Newest first; at one instant the order in which things follow from each other, reversed. */
const byTime = (a: TimelineEntry, b: TimelineEntry) =>
  Date.parse(b.at) - Date.parse(a.at) || RANK[b.kind] - RANK[a.kind];

const RANK: Record<TimelineEntry['kind'], number> = {
  order: 0,
  shipment: 1,
  event: 2,
  segment: 3,
  entered: 4,
  pass: 5,
  message: 6,
  exit: 7,
  planned: 8,
};

async function plannedEntries(trx: Trx, here: Here, customerId: number): Promise<TimelineEntry[]> {
  const under = await enrollmentsOf(trx, here.id, customerId);
  return under
    .flatMap((row): TimelineEntry[] =>
      row.dueAt === null || Date.parse(row.dueAt) <= here.now
        ? []
        : [
            {
              kind: 'planned',
              at: row.dueAt,
              id: row.id,
              journeyId: row.journeyId,
              journey: row.journey,
              node: row.node,
              nodeName: row.nodeName,
              nodeType: row.nodeType,
              held: null,
            },
          ],
    )
    .concat(await heldEntries(trx, here, customerId))
    .toSorted(byTime);
}
