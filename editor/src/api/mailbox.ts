import { MailboxCheck, MailboxState, type SetMailbox } from '@tabiji/shared/api/mailbox.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** The mailbox to which mail servers report. */
export const mailbox = {
  state: queryOptions({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => judged(MailboxState, v1.mailbox.$get({}, { init: { signal } })),
  }),
  set: (json: SetMailbox) => judged(MailboxState, v1.mailbox.$put({ json })),
  remove: () => judged(MailboxState, v1.mailbox.$delete()),
  check: (json: SetMailbox) => judged(MailboxCheck, v1.mailbox.check.$post({ json })),
  read: () => judged(MailboxState, v1.mailbox.read.$post()),
};
