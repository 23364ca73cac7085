import type { ChangeMeasures } from '@tabiji/shared/api/feedback.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Changes what mails measure that are made from now on; those under way stay as they are. */
export async function changeMeasures(trx: Trx, here: Here, wanted: ChangeMeasures): Promise<void> {
  const tracking = JSON.stringify({ ...here.tracking, ...wanted });
  await trx.updateTable('workspace').set({ tracking }).where('id', '=', here.id).execute();
}
