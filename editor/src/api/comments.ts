import { type AddComment, JourneyComment } from '@tabiji/shared/api/comments.ts';
import { Approval } from '@tabiji/shared/api/reviews.ts';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { judged, send } from './request.ts';

const Comments = z.array(JourneyComment);
const asking = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** What colleagues say about a journey. */
export const comments = {
  add: (journey: number, body: AddComment) =>
    judged(Comments, send(`/v1/journeys/${journey}/comments`, asking('POST', body))),
  resolve: (journey: number, thread: number, resolved: boolean) =>
    judged(Comments, send(`/v1/journeys/${journey}/comments/${thread}`, asking('PATCH', { resolved }))),
};

export const commentsQuery = (journey: number) =>
  queryOptions({
    queryKey: ['journey', journey, 'comments'],
    queryFn: ({ signal }) => judged(Comments, send(`/v1/journeys/${journey}/comments`, { signal })),
    refetchInterval: 30_000,
    retry: false,
  });

/** Everything that was asked and decided about its drafts. */
export const approvalsQuery = (journey: number) =>
  queryOptions({
    queryKey: ['journey', journey, 'approvals'],
    queryFn: ({ signal }) => judged(z.array(Approval), send(`/v1/journeys/${journey}/approvals`, { signal })),
    staleTime: 0,
  });
