import { AppError } from '@tabiji/shared/errors.ts';
import { addDuration, roughLength, type Millis } from '@tabiji/shared/time.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { pgStores } from '../engine/pg-store.ts';
import { nextInstant, sendAll, settle, type Send } from '../engine/settle.ts';
import { destinationOf, goOnFrom, setDestination, standAt, travelAlone } from './clock.sql.ts';

const LONGEST = 366 * 24 * 3_600_000;

/**
 * Decides that a demo or sandbox workspace moves on in time; `travel` then takes it there.
 * @returns the instant it will arrive at
 * @throws AppError `refused` in a live workspace or for a duration that leads back or too far, `conflict` while travelling
 */
export const beginTravel = (db: Db, workspaceId: number, by: string): Promise<Millis> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    if (here.kind !== 'demo' && here.kind !== 'sandbox')
      throw new AppError('refused', 'Only demo and sandbox workspaces can be moved on in time.');
    const length = roughLength(by);
    if (length <= 0 || length > LONGEST)
      throw new AppError('invalid', 'Travel by more than nothing and at most a year, for example P14D.', {
        field: 'by',
      });
    const target = addDuration(here.now, by, here.zone);
    if (!(await setDestination(trx, workspaceId, target)))
      throw new AppError(
        'conflict',
        'The workspace is travelling already, or its demo data is still being made. Wait until that is done.',
      );
    return target;
  });

/**
 * Takes a workspace to where it is travelling, from wake-up to wake-up, doing at each everything that is due. Stopped
 * in the middle it goes on from there when called again; called while it is under way it does nothing.
 * @param onInstant hears every instant at which the clock stops
 */
export const travel = (
  db: Db,
  workspaceId: number,
  send: Send,
  options: { signal?: AbortSignal | undefined; onInstant?: (at: Millis) => void } = {},
): Promise<void> => travelAlone(db, workspaceId, () => goThere(db, workspaceId, send, options));

async function goThere(
  db: Db,
  workspaceId: number,
  send: Send,
  { signal, onInstant }: NonNullable<Parameters<typeof travel>[3]>,
): Promise<void> {
  const target = await destinationOf(db, workspaceId);
  if (target === null) return;
  const inStore = pgStores(db);
  await settle(inStore, workspaceId, send);
  if (await sendAll(workspaceId, send)) await settle(inStore, workspaceId, send); // letters of today leave today
  for (;;) {
    if (signal?.aborted) return;
    const next = await nextInstant(inStore, workspaceId);
    if (next === null || next > target) break;
    await standAt(db, workspaceId, next);
    onInstant?.(next);
    await settle(inStore, workspaceId, send);
  }
  await goOnFrom(db, workspaceId, target);
}
