import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { FeedbackState } from '@tabiji/shared/sending/feedback.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pacer } from '../imports/paced-rows.ts';
import { api, type PeopleAsk } from './client.ts';

const withPace = pacer();

/** What is asked, under which key it is kept, and how often it is asked again. */
export const queries = {
  workspace: queryOptions({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => api.workspace.get(signal),
    refetchInterval: ({ state: { data } }) => (data?.travelling ? 700 : !data || data.seeding ? 2000 : 30_000),
  }),
  catalogue: queryOptions({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => api.workspace.catalogue(signal),
    staleTime: 30_000,
  }),
  journeys: queryOptions({
    queryKey: ['journeys'],
    queryFn: ({ signal }) => api.journeys.list(false, signal),
    refetchInterval: 10_000,
  }),
  archivedJourneys: queryOptions({
    queryKey: ['journeys', 'archived'],
    queryFn: ({ signal }) => api.journeys.list(true, signal),
  }),
  journey: (id: number) =>
    queryOptions({
      queryKey: ['journey', id],
      queryFn: ({ signal }) => api.journeys.get(id, signal),
      refetchInterval: ({ state: { data } }) => (data?.change ? 1000 : false),
    }),
  inside: (id: number, olderThan?: string) =>
    queryOptions({
      queryKey: ['journey', id, 'inside', olderThan],
      queryFn: ({ signal }) => api.journeys.inside(id, olderThan, signal),
      placeholderData: keepPreviousData,
    }),
  /** Asked again whenever another revision of the draft is saved, and now and then: templates and data change too. */
  checks: (id: number, rev: number) =>
    queryOptions({
      queryKey: ['journey', id, 'checks', rev],
      queryFn: ({ signal }) => api.journeys.checks(id, signal),
      refetchInterval: 60_000,
    }),
  journeyHealth: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'health'],
      queryFn: ({ signal }) => api.journeys.health(id, signal),
      refetchInterval: 60_000,
    }),
  pulses: queryOptions({
    queryKey: ['journeys', 'pulses'],
    queryFn: ({ signal }) => api.journeys.pulses(signal),
    refetchInterval: 60_000,
  }),
  people: (id: number, query: PeopleAsk) =>
    infiniteQueryOptions({
      queryKey: ['journey', id, 'people', query],
      queryFn: ({ pageParam, signal }) =>
        api.journeys.people(id, { ...query, ...(pageParam !== undefined && { after: pageParam }) }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  versions: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'versions'],
      queryFn: ({ signal }) => api.journeys.versions(id, signal),
    }),
  version: (id: number, version: number) =>
    queryOptions({
      queryKey: ['journey', id, 'versions', version],
      queryFn: ({ signal }) => api.journeys.version(id, version, signal),
      staleTime: 30_000,
    }),
  review: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'review'],
      queryFn: ({ signal }) => api.journeys.review(id, signal),
      refetchInterval: 15_000,
    }),
  parked: (id: number) =>
    queryOptions({
      queryKey: ['journey', id, 'parked'],
      queryFn: ({ signal }) => api.journeys.parked(id, signal),
      refetchInterval: 10_000,
    }),
  experiment: (id: number, node: string) =>
    queryOptions({
      queryKey: ['journey', id, 'experiment', node],
      queryFn: ({ signal }) => api.journeys.experiment(id, node, signal),
      retry: false, // a draft has none
      refetchInterval: 30_000,
    }),
  customers: (q: string) =>
    infiniteQueryOptions({
      queryKey: ['customers', q],
      queryFn: ({ pageParam, signal }) => api.customers.list({ q, after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  customer: (id: number) =>
    queryOptions({ queryKey: ['customer', id], queryFn: ({ signal }) => api.customers.get(id, signal) }),
  why: (id: number, journey: number) =>
    queryOptions({
      queryKey: ['customer', id, 'why', journey],
      queryFn: ({ signal }) => api.customers.why(id, journey, signal),
    }),
  timeline: (id: number) =>
    infiniteQueryOptions({
      queryKey: ['customer', id, 'timeline'],
      queryFn: ({ pageParam, signal }) => api.customers.timeline(id, { after: pageParam }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  letters: (q: string, customer?: number, state?: FeedbackState) =>
    infiniteQueryOptions({
      queryKey: ['letters', q, customer, state],
      queryFn: ({ pageParam, signal }) => api.letters.list({ q, customer, state, after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: 15_000,
    }),
  letter: (id: number) =>
    queryOptions({
      queryKey: ['letter', id],
      queryFn: ({ signal }) => api.letters.get(id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  templates: queryOptions({ queryKey: ['templates'], queryFn: ({ signal }) => api.templates.list(signal) }),
  template: (key: string) =>
    queryOptions({ queryKey: ['template', key], queryFn: ({ signal }) => api.templates.get(key, signal) }),
  mailSettings: queryOptions({
    queryKey: ['mail-settings'],
    queryFn: ({ signal }) => api.mail.settings(signal),
    staleTime: 30_000,
  }),
  mailTests: (key: string) =>
    queryOptions({ queryKey: ['mail-tests', key], queryFn: ({ signal }) => api.mail.tests(key, signal), retry: false }),
  images: queryOptions({ queryKey: ['images'], queryFn: ({ signal }) => api.images.list(signal) }),
  mailValues: queryOptions({
    queryKey: ['mail-values'],
    queryFn: ({ signal }) => api.templates.values(signal),
    staleTime: 300_000,
  }),
  savedBlocks: queryOptions({ queryKey: ['saved-blocks'], queryFn: ({ signal }) => api.savedBlocks.list(signal) }),
  segments: queryOptions({
    queryKey: ['segments'],
    queryFn: ({ signal }) => api.segments.list(signal),
    refetchInterval: ({ state: { data } }) => (data?.some(({ refreshing }) => refreshing) ? 1500 : 15_000),
  }),
  segmentCount: (condition: Condition) =>
    queryOptions({
      queryKey: ['segment-count', condition],
      queryFn: ({ signal }) => api.segments.count({ condition }, signal),
      placeholderData: keepPreviousData,
    }),
  imports: queryOptions({
    queryKey: ['imports'],
    queryFn: async ({ signal }) => withPace(await api.imports.list(signal), Date.now()),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => ['uploading', 'waiting', 'running'].includes(state)) ? 1000 : false,
  }),
  refusals: (id: number) =>
    infiniteQueryOptions({
      queryKey: ['imports', id, 'refusals'],
      queryFn: ({ pageParam, signal }) => api.imports.refusals(id, { after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
} as const;
