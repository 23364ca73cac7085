import { SenderList, TemplateSender, type AddSender, type ChangeSender } from '@tabiji/shared/api/senders.ts';
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
  /** Whose name a mail goes in where the step does not say. */
  ofTemplate: (key: string) =>
    queryOptions({
      queryKey: ['template', key, 'sender'],
      queryFn: ({ signal }) =>
        judged(TemplateSender, v1.templates[':key'].sender.$get({ param: { key } }, { init: { signal } })),
    }),
  choose: (key: string, json: TemplateSender) =>
    judged(TemplateSender, v1.templates[':key'].sender.$put({ param: { key }, json })),
  add: (json: AddSender) => judged(SenderList, v1.senders.$post({ json })),
  change: (key: string, json: ChangeSender) => judged(SenderList, v1.senders[':key'].$patch({ param: { key }, json })),
};
