import { LinkKeys, type RotateLinkKeys } from '@tabiji/shared/api/link-keys.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** What links in mails are signed with. */
export const linkKeys = {
  state: queryOptions({
    queryKey: ['link-keys'],
    queryFn: ({ signal }) => judged(LinkKeys, v1['link-keys'].$get({}, { init: { signal } })),
  }),
  rotate: (json: RotateLinkKeys) => judged(LinkKeys, v1['link-keys'].$post({ json })),
};
