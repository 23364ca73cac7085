import type { App } from '@tabiji/server/http/routes.ts';
import {
  ReleaseDone,
  ReleaseOutlook,
  ReleaseStanding,
  ShownMail,
  WaitingPage,
  Withdrawn,
  type Withdraw,
} from '@tabiji/shared/api/release.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const own = hc<App>('/', { fetch: send }).v1.journeys[':id'].release;
const param = (id: number) => ({ id: String(id) });

/** Mails of a journey that wait until somebody has looked at the first of them. */
export const release = {
  standing: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'release'],
      queryFn: ({ signal }) => judged(ReleaseStanding, own.$get({ param: param(id) }, { init: { signal } })),
      refetchInterval: ({ state: { data } }) => (data?.releasing ? 1000 : 5000),
    }),
  /** Asked for again when another number waits. */
  mails: (id: number, waiting: number) =>
    infiniteQueryOptions({
      queryKey: ['journey', id, 'release', 'mails', waiting],
      queryFn: ({ pageParam, signal }) =>
        judged(
          WaitingPage,
          own.mails.$get(
            { param: param(id), query: pageParam === undefined ? {} : { after: String(pageParam) } },
            { init: { signal } },
          ),
        ),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  mail: (id: number, mail: number) =>
    queryOptions({
      queryKey: ['journey', id, 'release', 'mail', mail],
      queryFn: ({ signal }) =>
        judged(
          ShownMail,
          own.mails[':mail'].$get({ param: { ...param(id), mail: String(mail) } }, { init: { signal } }),
        ),
      retry: false, // it may have gone
    }),
  outlook: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'release', 'outlook'],
      queryFn: ({ signal }) => judged(ReleaseOutlook, own.outlook.$get({ param: param(id) }, { init: { signal } })),
      staleTime: 0,
      gcTime: 0,
    }),
  hold: (id: number, first: number) => judged(ReleaseStanding, own.hold.$put({ param: param(id), json: { first } })),
  go: (id: number, note: string) =>
    judged(ReleaseDone, own.$post({ param: param(id), json: { ...(note !== '' && { note }) } })),
  withdraw: (id: number, json: Withdraw) => judged(Withdrawn, own.withdraw.$post({ param: param(id), json })),
};
