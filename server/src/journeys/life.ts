import type { ResumePolicy } from '@tabiji/shared/api/journey-life.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { dropJourneyTimers } from '../engine/timers.sql.ts';
import { lockJourney } from './journeys.sql.ts';
import type { Change } from '../db/tables/journey.ts';
import { countWaiting } from '../messages/waiting.sql.ts';
import { endHold, setHoldFirst } from './release-hold/holds.sql.ts';
import { countFrozen, countInside, setLife } from './life.sql.ts';

/**
 * Freezes a journey: from the commit on nobody in it moves and none of its letters goes. Facts are kept, customers are
 * still taken in and rest at the start. While a resume is under way, it is called off or ends in a pause.
 * @throws AppError `refused` when the journey is neither live nor paused
 */
export async function pause(trx: Trx, here: Here, id: number): Promise<void> {
  const { status, change } = await lockJourney(trx, here.id, id);
  if (status === 'paused') {
    // What is shifted half-way must be shifted to the end; until then nobody moves anyway.
    if (change) await setLife(trx, here, id, { change: { ...change, pauseAfter: true } });
    return;
  }
  if (status !== 'live') throw refusal(`Only a live journey can be paused; this one is ${status}.`);
  await setLife(trx, here, id, { status: 'paused', pausedAt: here.now, change: null });
}

/**
 * Lets a paused journey go on. Whoever was due meanwhile is released page by page by `changeJourney`.
 * @throws AppError `refused` when it is not paused, `conflict` while an earlier resume is under way
 */
export async function resume(trx: Trx, here: Here, id: number, policy: ResumePolicy): Promise<void> {
  const journey = await lockJourney(trx, here.id, id);
  if (journey.status !== 'paused')
    throw refusal(`Only a paused journey can be resumed; this one is ${journey.status}.`);
  if (journey.change) throw new AppError('conflict', 'The journey is being resumed already.');
  const shift = policy === 'shift';
  const change: Change = {
    do: 'resume',
    step: shift ? 'shift' : 'letters',
    at: here.now,
    shiftMs: shift ? here.now - (journey.paused_at?.getTime() ?? here.now) : 0,
    staleBefore: typeof policy === 'string' ? null : addDuration(here.now, policy.skipOlderThan, here.zone, -1),
    after: 0,
    done: 0,
    total: shift ? await countInside(trx, here.id, id) : await countFrozen(trx, here.id, id),
  };
  if (shift) await setLife(trx, here, id, { status: 'paused', change });
  else await setLife(trx, here, id, { status: 'live', pausedAt: null, change });
}

/**
 * Ends a journey: nobody enters from the commit on and no letter goes; the people inside leave page by page.
 * @throws AppError `refused` when it is neither live nor paused
 */
export async function stop(trx: Trx, here: Here, id: number): Promise<void> {
  const { status, hold_first } = await lockJourney(trx, here.id, id);
  if (status === 'stopped') return;
  if (status !== 'live' && status !== 'paused')
    throw refusal(`Only a live or paused journey can be stopped; this one is ${status}.`);
  const total = await countInside(trx, here.id, id);
  const change: Change = {
    do: 'stop',
    step: 'end',
    at: here.now,
    shiftMs: 0,
    staleBefore: null,
    after: 0,
    done: 0,
    total,
  };
  if (hold_first !== null) {
    const mails = await countWaiting(trx, here, id);
    await setHoldFirst(trx, here, id, null);
    await endHold(trx, here, id, { outcome: 'stopped', mails, by: null, note: null });
  }
  await setLife(trx, here, id, { status: 'stopped', pausedAt: null, change });
  await dropJourneyTimers(trx, here.id, id, []);
}

/** Puts a journey out of sight. @throws AppError `refused` while somebody may be inside */
export async function archive(trx: Trx, here: Here, id: number): Promise<void> {
  const { status, change } = await lockJourney(trx, here.id, id);
  if (status === 'archived') return;
  if (status !== 'draft' && status !== 'stopped') throw refusal('Stop the journey before archiving it.');
  if (change) throw new AppError('conflict', 'The journey is being stopped. Wait until nobody is inside.');
  await setLife(trx, here, id, { status: 'archived' });
}

/** Brings an archived journey back as it was: a draft, or stopped. @throws AppError `refused` when it is not archived */
export async function restore(trx: Trx, here: Here, id: number): Promise<void> {
  const { status, version } = await lockJourney(trx, here.id, id);
  if (status !== 'archived') throw refusal(`Only an archived journey can be restored; this one is ${status}.`);
  await setLife(trx, here, id, { status: version === null ? 'draft' : 'stopped' });
}

const refusal = (message: string) => new AppError('refused', message);
