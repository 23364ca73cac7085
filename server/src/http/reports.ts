import {
  ComparisonReport,
  JourneyReport,
  MailReport,
  ReportFileQuery,
  ReportPeople,
  ReportPeopleQuery,
  ReportQuery,
  ReportSettings,
} from '@tabiji/shared/api/reports.ts';
import { Hono } from 'hono';
import { inWorkspace } from '../db/in-workspace.ts';
import { comparisonReport } from '../reports/comparisons.ts';
import { journeyReport } from '../reports/journey-report.ts';
import { mailReport } from '../reports/mail-report.ts';
import { reportPeople } from '../reports/people.sql.ts';
import { reportFile } from '../reports/report-file.ts';
import { reportSettings, saveReportSettings } from '../reports/settings.sql.ts';
import type { Services } from '../services.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** What came of mails and journeys, by the rows of the mails themselves. */
export const reportRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/reports/journeys',
      describes('Who entered the journeys of a period, and what became of their mails', JourneyReport),
      valid('query', ReportQuery),
      async (c) => {
        const query = c.req.valid('query');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => journeyReport(trx, here, query)), 200);
      },
    )
    .get(
      '/v1/reports/mails',
      describes('What became of each mail that was asked for in a period', MailReport),
      valid('query', ReportQuery),
      async (c) => {
        const query = c.req.valid('query');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => mailReport(trx, here, query)), 200);
      },
    )
    .get('/v1/reports/mails.csv', valid('query', ReportFileQuery), async (c) => {
      const query = c.req.valid('query');
      const file = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
        reportFile(trx, here, query, languageOf(c) ?? here.locale),
      );
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="mails-${query.from}-${query.to}.csv"`);
      return c.body(file);
    })
    .get(
      '/v1/reports/people',
      describes('Whose mails a figure of a report counts', ReportPeople),
      valid('query', ReportPeopleQuery),
      async (c) => {
        const query = c.req.valid('query');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => reportPeople(trx, here, query)), 200);
      },
    )
    .get(
      '/v1/reports/comparisons',
      describes('Experiments as they stand, and what is different with customers who were kept out', ComparisonReport),
      async (c) => c.json(await inWorkspace(db, c.get('workspaceId'), comparisonReport), 200),
    )
    .get('/v1/reports/settings', describes('Which orders count for a mail', ReportSettings), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), reportSettings), 200),
    )
    .put(
      '/v1/reports/settings',
      describes('Change which orders count for a mail', ReportSettings),
      valid('json', ReportSettings),
      async (c) => {
        const wanted = c.req.valid('json');
        const saved = await inWorkspace(db, c.get('workspaceId'), (trx, here) => saveReportSettings(trx, here, wanted));
        return c.json(saved, 200);
      },
    );
