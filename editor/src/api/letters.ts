import { LetterDetail, LetterPage } from '@tabiji/shared/api/mail.ts';
import type { FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { paged, param, until, type Page, type Signal } from './params.ts';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** Which letters are listed. */
type LettersAsk = Page & { q?: string; customer?: number | undefined; state?: FeedbackState | undefined };

const calls = {
  list: ({ q, customer, state, ...page }: LettersAsk, signal?: Signal) => {
    const of = customer === undefined ? undefined : String(customer);
    const query = { q: q || undefined, customer: of, state, ...paged(page) };
    return judged(LetterPage, v1.letters.$get({ query }, until(signal)));
  },
  get: (id: number, signal?: Signal) => judged(LetterDetail, v1.letters[':id'].$get(param(id), until(signal))),
};

/** Letters in the mailbox. */
export const letters = {
  list: (q: string, customer?: number, state?: FeedbackState) =>
    infiniteQueryOptions({
      queryKey: ['letters', q, customer, state],
      queryFn: ({ pageParam, signal }) => calls.list({ q, customer, state, after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: 15_000,
    }),
  one: (id: number) =>
    queryOptions({
      queryKey: ['letter', id],
      queryFn: ({ signal }) => calls.get(id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
