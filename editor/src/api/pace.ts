import { SendingPace, TroubledMails } from '@tabiji/shared/api/pace.ts';
import type { Pace } from '@tabiji/shared/sending/pace.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** How fast mails go, and what keeps them back. */
export const pace = {
  all: queryOptions({
    queryKey: ['pace'],
    queryFn: ({ signal }) => judged(SendingPace, v1.sending.pace.$get({}, { init: { signal } })),
    refetchInterval: 10_000,
  }),
  mails: (key: string) =>
    queryOptions({
      queryKey: ['pace', key, 'mails'],
      queryFn: ({ signal }) =>
        judged(TroubledMails, v1.senders[':key']['troubled-mails'].$get({ param: { key } }, { init: { signal } })),
    }),
  set: (key: string, json: Pace) => judged(SendingPace, v1.senders[':key'].pace.$put({ param: { key }, json })),
  release: (key: string, note: string) =>
    judged(SendingPace, v1.senders[':key'].release.$post({ param: { key }, json: { note } })),
};
