import type {
  MailFate,
  ReleaseOutlook,
  ReleaseStanding,
  WaitingMail,
  WaitingPage,
} from '@tabiji/shared/api/release.ts';
import { nameOf } from '../../customers/pages.sql.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Change } from '../../db/tables/journey.ts';
import { countWaiting, readWaiting, type Waiting } from '../../messages/waiting.sql.ts';
import { getJourney } from '../journeys.sql.ts';
import { fatesOf } from './fate.ts';
import { listHolds } from './holds.sql.ts';

/** How a journey's mails stand that wait for a release. @throws AppError `not_found` */
export async function releaseStanding(trx: Trx, here: Here, journeyId: number): Promise<ReleaseStanding> {
  const { id, name, status, change } = await getJourney(trx, here.id, journeyId);
  const holds = await listHolds(trx, here, journeyId);
  return {
    journey: { id, name, status },
    ...holds,
    waiting: holds.hold ? await countWaiting(trx, here, journeyId) : 0,
    releasing: releasingIn(change),
  };
}

/** The release that is under way, or begins when the resume is done. */
function releasingIn(change: Change | null): ReleaseStanding['releasing'] {
  if (change?.thenRelease !== undefined) return { do: 'release', done: 0, total: change.thenRelease };
  return change?.do === 'release' ? { do: 'release', done: change.done, total: change.total } : null;
}

/** Mails that wait, the oldest first, each with what would become of it now. */
export async function waitingPage(
  trx: Trx,
  here: Here,
  journeyId: number,
  { after = 0, limit }: { after?: number | undefined; limit: number },
): Promise<WaitingPage> {
  const rows = await readWaiting(trx, here, journeyId, { after, limit });
  const fates = await fatesOf(trx, here, rows);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { mails: rows.map((row) => waitingMail(row, fates.get(row.id)!)), next: last?.id ?? null };
}

export const waitingMail = (due: Waiting, fate: MailFate): WaitingMail => ({
  id: due.id,
  customer: { id: due.customerId, externalId: due.customer.external_id, name: nameOf(due.customer) },
  to: due.customer.email,
  node: due.node,
  template: { key: due.template, name: due.templateName },
  dueAt: new Date(due.askedAt).toISOString(),
  fate,
});

const PAGE = 2000;
/** More are not judged one by one before somebody decides. */
const MOST = 20_000;

/** What a release would do now. */
export async function releaseOutlook(trx: Trx, here: Here, journeyId: number): Promise<ReleaseOutlook> {
  const later = new Map<string, number>();
  const refused = new Map<string, number>();
  const add = (to: Map<string, number>, why: string) => to.set(why, (to.get(why) ?? 0) + 1);
  let [goes, seen, after] = [0, 0, 0];
  for (;;) {
    const rows = await readWaiting(trx, here, journeyId, { after, limit: PAGE });
    for (const fate of (await fatesOf(trx, here, rows)).values())
      if (fate.kind === 'goes') goes++;
      else add(fate.kind === 'later' ? later : refused, fate.because);
    seen += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE || seen >= MOST) break;
  }
  const waiting = await countWaiting(trx, here, journeyId);
  return { waiting, goes, later: counted(later), refused: counted(refused), complete: seen >= waiting };
}

const counted = (of: ReadonlyMap<string, number>) =>
  [...of].map(([because, count]) => ({ because, count })).toSorted((a, b) => b.count - a.count);
