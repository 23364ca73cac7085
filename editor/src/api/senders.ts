import { SenderList, type AddSender, type ChangeSender } from '@tabiji/shared/api/senders.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** In whose names mails go. */
export const senders = {
  list: queryOptions({
    queryKey: ['senders'],
    queryFn: ({ signal }) => judged(SenderList, v1.senders.$get({}, { init: { signal } })),
  }),
  add: (json: AddSender) => judged(SenderList, v1.senders.$post({ json })),
  change: (key: string, json: ChangeSender) => judged(SenderList, v1.senders[':key'].$patch({ param: { key }, json })),
};
