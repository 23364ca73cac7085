import { Mailing, MailingReach, type CreateMailing, type MailingPlan } from '@tabiji/shared/api/mailings.ts';
import { Planned, PlannedPeople, type PlannedPeopleQuery } from '@tabiji/shared/api/planned.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { z } from 'zod';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** What goes out when, and mails to many. */
export const planning = {
  planned: (days: number) =>
    queryOptions({
      queryKey: ['planned', days],
      queryFn: ({ signal }) =>
        judged(Planned, v1.sending.planned.$get({ query: { days: String(days) } }, { init: { signal } })),
      placeholderData: keepPreviousData,
      refetchInterval: 60_000,
    }),
  people: (cell: PlannedPeopleQuery) =>
    queryOptions({
      queryKey: ['planned', 'people', cell],
      queryFn: ({ signal }) =>
        judged(
          PlannedPeople,
          v1.sending.planned.people.$get({ query: { ...cell, journey: String(cell.journey) } }, { init: { signal } }),
        ),
    }),
  mailings: queryOptions({
    queryKey: ['mailings'],
    queryFn: ({ signal }) => judged(z.array(Mailing), v1.mailings.$get({}, { init: { signal } })),
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? 2000 : 15_000),
  }),
  reach: (plan: MailingPlan) =>
    queryOptions({
      queryKey: ['mailings', 'reach', plan],
      queryFn: ({ signal }) => judged(MailingReach, v1.mailings.reach.$post({ json: plan }, { init: { signal } })),
      staleTime: 10_000,
    }),
  change: (id: number, json: CreateMailing) =>
    judged(Mailing, v1.mailings[':id'].$put({ param: { id: String(id) }, json })),
  create: (json: CreateMailing) => judged(Mailing, v1.mailings.$post({ json })),
  stop: (id: number) => judged(Mailing, v1.mailings[':id'].stop.$post({ param: { id: String(id) } })),
};
