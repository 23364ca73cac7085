import type { Volume } from '@tabiji/shared/api/versions.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import type { Db } from '../../db/database.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import { countExisting } from '../take-in.ts';
import { volumeSince } from './volume.sql.ts';

const DAYS = 30;

/** What the journey did in the last 30 days, and whom its draft would have let in by then who is not in yet. */
export async function volumeOf(db: Db, workspaceId: number, journeyId: number): Promise<Volume> {
  const known = await inWorkspace(db, workspaceId, (trx, here) =>
    volumeSince(trx, here, journeyId, new Date(addDuration(here.now, `P${DAYS}D`, here.zone, -1))),
  );
  const would = await countExisting(db, workspaceId, journeyId, { last: `P${DAYS}D` }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'refused') return undefined; // a draft with problems has no triggers
    throw error;
  });
  return { days: DAYS, ...known, wouldEnter: would?.people ?? null, complete: would?.complete ?? true };
}
