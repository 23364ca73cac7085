import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { countWaiting } from '../../messages/waiting.sql.ts';
import { lockJourney } from '../journeys.sql.ts';
import { setLife } from '../life.sql.ts';
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

/**
 * Lets a journey's mails go: from the commit on they go by themselves, and those that waited are judged anew page by page
 * by `changeJourney`. Of a paused journey they wait for its resume.
 * @returns how many waited
 * @throws AppError `refused` when none are held, `conflict` while it is being resumed or stopped
 */
export async function releaseMails(
  trx: Trx,
  here: Here,
  journeyId: number,
  { by, note }: { by: string | null; note: string | null },
): Promise<number> {
  const { status, hold_first: first, change } = await lockJourney(trx, here.id, journeyId);
  if (first === null) throw new AppError('refused', 'No mails of this journey wait for a release.');
  if (change) throw new AppError('conflict', 'The journey is just being changed. Release its mails when that is done.');
  const mails = await countWaiting(trx, here, journeyId);
  await setHoldFirst(trx, here, journeyId, null);
  await endHold(trx, here, journeyId, { outcome: 'released', mails, by, note });
  const release = {
    do: 'release',
    step: 'letters',
    at: here.now,
    shiftMs: 0,
    staleBefore: null,
    after: 0,
    done: 0,
  } as const;
  if (status === 'live') await setLife(trx, here, journeyId, { change: { ...release, total: mails } });
  return mails;
}
