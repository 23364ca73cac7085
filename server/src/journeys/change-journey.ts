import type { Db, Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { endPassages } from '../engine/endings.ts';
import { pgStore } from '../engine/pg-store.ts';
import { getJourney, lockJourney } from './journeys.sql.ts';
import type { Change } from '../db/tables/journey.ts';
import { changeAlone, setLife } from './life.sql.ts';
import { releaseOf } from './release-hold/release-of.ts';
import { insidePage, releaseLetters, releasePeople, type Released, shiftPeople } from './release.sql.ts';

const PAGE = 1000;

/**
 * Does what is left of a journey's resume, stop or release, page by page, each in its own transaction; stopped in the middle or
 * run twice it does nothing twice.
 */
export async function changeJourney(
  db: Db,
  workspaceId: number,
  journeyId: number,
  { signal, onPage }: { signal?: AbortSignal; onPage?: () => void } = {},
): Promise<void> {
  for (let more = true; more;) {
    if (signal?.aborted) return;
    more = await inWorkspace(db, workspaceId, (trx, here) => onePage(trx, here, journeyId));
    onPage?.();
  }
}

/**
 * People before the journey's row, as everybody does who locks both; whether the change is still wanted is therefore
 * looked at again behind the page.
 */
async function onePage(trx: Trx, here: Here, id: number): Promise<boolean> {
  await changeAlone(trx, id);
  const { change } = await getJourney(trx, here.id, id);
  if (!change) return false;
  const { rows, last } = await STEPS[change.step](trx, here, id, change);
  const journey = await lockJourney(trx, here.id, id);
  if (journey.change?.do !== change.do || journey.change.at !== change.at) return true; // paused or stopped meanwhile
  if (rows === 0) return nextStep(trx, here, id, journey.change);
  await setLife(trx, here, id, { change: { ...journey.change, after: last, done: change.done + rows } });
  return true;
}

/** What a step does with the next rows after `change.after`. */
const STEPS: Record<Change['step'], (trx: Trx, here: Here, id: number, change: Change) => Promise<Released>> = {
  shift: (trx, here, id, change) => shiftPeople(trx, here.id, id, change, PAGE),
  letters: (trx, here, id, change) => releaseLetters(trx, here.id, id, change, PAGE),
  people: (trx, here, id, change) => releasePeople(trx, here.id, id, change, PAGE),
  async end(trx, here, id, { after }) {
    const rows = await insidePage(trx, here.id, id, after, PAGE);
    const ended = rows.map((row) => ({ row, reason: 'stopped' }));
    await endPassages(pgStore(trx, here), here, ended, 'journey_stopped');
    return { rows: rows.length, last: rows.at(-1)?.id ?? after };
  },
};

/** A step has no rows left. Answers whether another one follows. */
async function nextStep(trx: Trx, here: Here, id: number, change: Change): Promise<boolean> {
  if (change.step === 'shift' && change.pauseAfter) {
    await setLife(trx, here, id, { pausedAt: change.at, change: null });
    return false;
  }
  if (change.step === 'shift') {
    // From this commit on nobody is shelved any more: who shelves holds the journey's row.
    await setLife(trx, here, id, { status: 'live', pausedAt: null, change: { ...change, step: 'letters', after: 0 } });
    return true;
  }
  if (change.step === 'letters' && change.do !== 'release') {
    await setLife(trx, here, id, { change: { ...change, step: 'people', after: 0 } });
    return true;
  }
  if (change.thenRelease === undefined) {
    await setLife(trx, here, id, { change: null });
    return false;
  }
  await setLife(trx, here, id, { change: releaseOf(change.thenRelease, here) });
  return true;
}
