import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type PeopleAsk } from './client.ts';

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
} as const;
