import type { Withdraw } from '@tabiji/shared/api/release.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { pgStore } from '../../engine/pg-store.ts';
import { refused } from '../../messages/due.ts';
import { finish } from '../../messages/finish.ts';
import { readWaiting } from '../../messages/waiting.sql.ts';
import { type By, keepIntervention } from '../people/interventions.sql.ts';

/**
 * Takes back mails that wait for a release; their people go on as behind a mail that may not go. One that was released
 * meanwhile, and taken up by a sender, is left alone.
 * @returns how many were taken back
 */
export async function withdrawMails(
  trx: Trx,
  here: Here,
  journeyId: number,
  { mails, because, by }: Withdraw & { by: By },
): Promise<number> {
  const rows = await readWaiting(trx, here, journeyId, { ids: mails });
  const taken = rows.map((row) => refused(row, { refused: 'withdrawn', detail: because }));
  const withdrawn = await finish(pgStore(trx, here), here, taken);
  const enrollments = rows.map(({ enrollmentId }) => enrollmentId);
  if (withdrawn > 0)
    await keepIntervention(trx, here, {
      journeyId,
      action: 'withdraw',
      by,
      chosen: { ids: enrollments },
      people: withdrawn,
      enrollments,
    });
  return withdrawn;
}
