import { Permission, type HoldPromotions } from '@tabiji/shared/api/permission.ts';
import { SendingState } from '@tabiji/shared/api/sending.ts';
import {
  Suppressed,
  SuppressionPage,
  type ReleaseAddress,
  type SuppressAddresses,
} from '@tabiji/shared/api/suppressions.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, read, send, told } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });
const param = (id: number) => ({ param: { id: String(id) } });

/** Stopping: everything at once, addresses, topics of one customer. */
export const stopping = {
  sending: queryOptions({
    queryKey: ['sending'],
    queryFn: ({ signal }) => judged(SendingState, v1.sending.$get({}, { init: { signal } })),
    refetchInterval: 10_000,
  }),
  stop: () => judged(SendingState, v1.sending.stop.$post()),
  resume: () => judged(SendingState, v1.sending.resume.$post()),
  suppressions: (q: string) =>
    infiniteQueryOptions({
      queryKey: ['suppressions', q],
      queryFn: ({ pageParam, signal }) =>
        judged(
          SuppressionPage,
          v1.suppressions.$get({ query: { q: q || undefined, after: pageParam } }, { init: { signal } }),
        ),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  suppress: (json: SuppressAddresses) => judged(Suppressed, v1.suppressions.$post({ json })),
  takeIn: async (file: File) =>
    read(Suppressed, await (await send('/v1/suppressions/import', { method: 'POST', body: file })).json()),
  release: (json: ReleaseAddress) => told(v1.suppressions.release.$post({ json })),
  permission: (id: number) =>
    queryOptions({
      queryKey: ['customer', id, 'permission'],
      queryFn: ({ signal }) => judged(Permission, v1.customers[':id'].permission.$get(param(id), { init: { signal } })),
    }),
  say: (id: number, topic: string, subscribed: boolean) =>
    told(v1.customers[':id'].subscriptions.$put({ ...param(id), json: { subscriptions: [{ topic, subscribed }] } })),
  hold: (id: number, json: HoldPromotions) =>
    judged(Permission, v1.customers[':id']['promotion-hold'].$put({ ...param(id), json })),
  letGo: (id: number) => judged(Permission, v1.customers[':id']['promotion-hold'].$delete(param(id))),
  insertFooter: (key: string) => told(send(`/v1/templates/${encodeURIComponent(key)}/footer`, { method: 'POST' })),
};
