import { ReportSettings } from '@tabiji/shared/api/reports.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Which orders count for a mail. */
export async function reportSettings(trx: Trx, here: Here): Promise<ReportSettings> {
  const { reporting } = await trx
    .selectFrom('workspace')
    .select('reporting')
    .where('id', '=', here.id)
    .executeTakeFirstOrThrow();
  return ReportSettings.parse(reporting);
}

/** Changes it, for reports of earlier periods too: nothing is kept of how it was counted before. */
export async function saveReportSettings(trx: Trx, here: Here, settings: ReportSettings): Promise<ReportSettings> {
  await trx
    .updateTable('workspace')
    .set({ reporting: JSON.stringify(settings) })
    .where('id', '=', here.id)
    .execute();
  return settings;
}
