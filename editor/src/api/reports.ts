import {
  ComparisonReport,
  JourneyReport,
  MailReport,
  ReportPeople,
  ReportSettings,
  type Group,
  type TOLD,
} from '@tabiji/shared/api/reports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** Which mails are asked for. */
export interface Asked {
  from: string;
  to: string;
  journey?: number | undefined;
  version?: number | undefined;
  node?: string | undefined;
}

/** Whose mails are asked for. */
export interface PeopleAsked extends Asked {
  state?: 'sent' | 'skipped' | 'cancelled' | 'failed' | 'unknown' | undefined;
  because?: string | undefined;
  told?: (typeof TOLD)[number] | undefined;
}

const asQuery = ({ journey, version, ...asked }: Asked) => ({
  ...asked,
  ...(journey !== undefined && { journey: String(journey) }),
  ...(version !== undefined && { version: String(version) }),
});

/** What came of mails. Figures of a period stay on the page while those of another one are fetched. */
export const reports = {
  journeys: (asked: Asked, group: Group) =>
    queryOptions({
      queryKey: ['reports', 'journeys', asked, group],
      queryFn: ({ signal }) =>
        judged(JourneyReport, v1.reports.journeys.$get({ query: { ...asQuery(asked), group } }, { init: { signal } })),
      placeholderData: keepPreviousData,
    }),
  mails: (asked: Asked, group: Group) =>
    queryOptions({
      queryKey: ['reports', 'mails', asked, group],
      queryFn: ({ signal }) =>
        judged(MailReport, v1.reports.mails.$get({ query: { ...asQuery(asked), group } }, { init: { signal } })),
      placeholderData: keepPreviousData,
    }),
  comparisons: queryOptions({
    queryKey: ['reports', 'comparisons'],
    queryFn: ({ signal }) => judged(ComparisonReport, v1.reports.comparisons.$get({}, { init: { signal } })),
  }),
  people: (asked: PeopleAsked) =>
    infiniteQueryOptions({
      queryKey: ['reports', 'people', asked],
      queryFn: ({ pageParam, signal }) =>
        judged(
          ReportPeople,
          v1.reports.people.$get(
            { query: { ...asQuery(asked), ...(pageParam !== undefined && { after: pageParam }) } },
            { init: { signal } },
          ),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  settings: queryOptions({
    queryKey: ['reports', 'settings'],
    queryFn: ({ signal }) => judged(ReportSettings, v1.reports.settings.$get({}, { init: { signal } })),
  }),
  saveSettings: (json: ReportSettings) => judged(ReportSettings, v1.reports.settings.$put({ json })),
  /** Where the file for spreadsheets is. */
  file: (asked: Asked, group: Group | undefined, locale: Locale) =>
    `/v1/reports/mails.csv?${new URLSearchParams({ ...asQuery(asked), ...(group && { group }), locale }).toString()}`,
};
