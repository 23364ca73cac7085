import type { ChangeMeasures } from '@tabiji/shared/api/feedback.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Changes what mails measure that are made from now on, and where they come back to; those under way stay as they are. */
export async function changeMeasures(trx: Trx, here: Here, wanted: ChangeMeasures): Promise<void> {
  const { bounceAddress, ...measures } = wanted;
  const tracking = JSON.stringify({ ...here.tracking, ...measures });
  const bounces = bounceAddress === undefined ? {} : { bounce_address: bounceAddress };
  await trx
    .updateTable('workspace')
    .set({ tracking, ...bounces })
    .where('id', '=', here.id)
    .execute();
}
