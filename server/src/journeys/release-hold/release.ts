import type { ReleaseOutcome } from '@tabiji/shared/api/release.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { countWaiting } from '../../messages/waiting.sql.ts';
import { lockJourney } from '../journeys.sql.ts';
import { setLife } from '../life.sql.ts';
import { releaseOf } from './release-of.ts';
import { beginHold, endHold, setHoldFirst } from './holds.sql.ts';

/**
 * Has all mails of a published journey wait until somebody has looked at the first of them. Those that are just being
 * handed over may still go. Where mails wait already, only the number changes.
 * @throws AppError `refused` for a journey that is neither live nor paused, `conflict` while it is being changed
 */
export async function holdMails(
  trx: Trx,
  here: Here,
  journeyId: number,
  { first, by }: { first: number; by: string | null },
): Promise<void> {
  const { status, version, change } = await lockJourney(trx, here.id, journeyId);
  if ((status !== 'live' && status !== 'paused') || version === null)
    throw new AppError('refused', `Only the mails of a live or paused journey can be held; this one is ${status}.`);
  if (change?.do === 'stop') throw new AppError('conflict', 'The journey is being stopped.');
  await setHoldFirst(trx, here, journeyId, first);
  await beginHold(trx, here, { journeyId, version, first, by });
}

/** What became of a release, and how many mails waited for it. */
export interface Released {
  outcome: ReleaseOutcome;
  mails: number;
}

/**
 * Lets a journey's mails go: from the commit on they go by themselves, and those that waited are judged anew page by page
 * by `changeJourney`; while that is busy with a resume, right after it. Of a paused journey they wait for its resume.
 * Asked for again, or where none are held, it changes nothing and says so.
 */
export async function releaseMails(
  trx: Trx,
  here: Here,
  journeyId: number,
  { by, note }: { by: string | null; note: string | null },
): Promise<Released> {
  const { status, hold_first: first, change } = await lockJourney(trx, here.id, journeyId);
  if (first === null) return { outcome: 'nothing_held', mails: 0 };
  const mails = await countWaiting(trx, here, journeyId);
  await setHoldFirst(trx, here, journeyId, null);
  await endHold(trx, here, journeyId, { outcome: 'released', mails, by, note });
  if (change) {
    await setLife(trx, here, journeyId, { change: { ...change, thenRelease: mails } });
    return { outcome: change.pauseAfter ? 'when_resumed' : 'after_resume', mails };
  }
  if (status !== 'live') return { outcome: 'when_resumed', mails };
  await setLife(trx, here, journeyId, { change: releaseOf(mails, here) });
  return { outcome: 'released', mails };
}
