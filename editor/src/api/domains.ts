import { type Finding, SendingDomains } from '@tabiji/shared/api/domains.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** The domains that mails come from: what signs their mails, and what the DNS says of them. */
export const domains = {
  list: queryOptions({
    queryKey: ['domains'],
    queryFn: ({ signal }) => judged(SendingDomains, v1.domains.$get({}, { init: { signal } })),
  }),
  check: (domain: string) => judged(SendingDomains, v1.domains[':domain'].check.$post({ param: { domain } })),
  accept: (domain: string, topic: Finding['topic'], note: string) =>
    judged(SendingDomains, v1.domains[':domain'].accepted[':topic'].$put({ param: { domain, topic }, json: { note } })),
  takeBack: (domain: string, topic: Finding['topic']) =>
    judged(SendingDomains, v1.domains[':domain'].accepted[':topic'].$delete({ param: { domain, topic } })),
  makeKey: (domain: string) => judged(SendingDomains, v1.domains[':domain'].keys.$post({ param: { domain } })),
  removeKey: (domain: string, selector: string) =>
    judged(SendingDomains, v1.domains[':domain'].keys[':selector'].$delete({ param: { domain, selector } })),
};
