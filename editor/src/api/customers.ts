import { CustomerDetail, CustomerPage, Timeline } from '@tabiji/shared/api/customers.ts';
import { Why } from '@tabiji/shared/api/why.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { paged, param, until, type Page, type Signal } from './params.ts';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

const calls = {
  list: ({ q, ...page }: Page & { q?: string }, signal?: Signal) =>
    judged(CustomerPage, v1.customers.$get({ query: { q: q || undefined, ...paged(page) } }, until(signal))),
  get: (id: number, signal?: Signal) => judged(CustomerDetail, v1.customers[':id'].$get(param(id), until(signal))),
  why: (id: number, journey: number, signal?: Signal) =>
    judged(
      Why,
      v1.customers[':id'].why[':journey'].$get({ param: { id: String(id), journey: String(journey) } }, until(signal)),
    ),
  timeline: (id: number, { after }: Page, signal?: Signal) =>
    judged(Timeline, v1.customers[':id'].timeline.$get({ ...param(id), query: { after } }, until(signal))),
};

/** Customers, what they did, and why they are where they are. */
export const customers = {
  list: (q: string) =>
    infiniteQueryOptions({
      queryKey: ['customers', q],
      queryFn: ({ pageParam, signal }) => calls.list({ q, after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  one: (id: number) => queryOptions({ queryKey: ['customer', id], queryFn: ({ signal }) => calls.get(id, signal) }),
  why: (id: number, journey: number) =>
    queryOptions({
      queryKey: ['customer', id, 'why', journey],
      queryFn: ({ signal }) => calls.why(id, journey, signal),
    }),
  timeline: (id: number) =>
    infiniteQueryOptions({
      queryKey: ['customer', id, 'timeline'],
      queryFn: ({ pageParam, signal }) => calls.timeline(id, { after: pageParam }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
};
