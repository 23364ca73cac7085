import { comparisonReport } from '@tabiji/server/reports/comparisons.ts';
import { journeyReport } from '@tabiji/server/reports/journey-report.ts';
import { mailReport } from '@tabiji/server/reports/mail-report.ts';
import { reportPeople } from '@tabiji/server/reports/people.sql.ts';
import { reportFile } from '@tabiji/server/reports/report-file.ts';
import { saveReportSettings } from '@tabiji/server/reports/settings.sql.ts';
import type { Trx } from '@tabiji/server/db/database.ts';
import type { Here } from '@tabiji/server/db/in-workspace.ts';
import { MONTH } from './fill.ts';

type Ask = (trx: Trx, here: Here) => Promise<unknown>;
const daily = { ...MONTH, group: 'day' as const };

/** Everything the page asks for, of the month. */
export const ASKS: Record<string, Ask> = {
  mail_report: (trx, here) => mailReport(trx, here, daily),
  journey_report: (trx, here) => journeyReport(trx, here, daily),
  one_journey: (trx, here) => mailReport(trx, here, { ...daily, journey: 1 }),
  one_mail: (trx, here) => journeyReport(trx, here, { ...daily, journey: 1, node: 'mail-2' }),
  by_clicks: async (trx, here) => {
    await saveReportSettings(trx, here, { touch: 'clicked', days: 7 });
    await mailReport(trx, here, daily);
    await saveReportSettings(trx, here, { touch: 'sent', days: 7 });
  },
  file: (trx, here) => reportFile(trx, here, daily, 'ja'),
  refused_people: (trx, here) =>
    reportPeople(trx, here, { ...MONTH, state: 'skipped', because: 'no_address', limit: 50 }),
  bounced_people: (trx, here) => reportPeople(trx, here, { ...MONTH, told: 'bounced', limit: 50 }),
  comparisons: comparisonReport,
};
