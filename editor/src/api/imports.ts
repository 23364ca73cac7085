import {
  ImportPreview,
  ImportRow,
  RefusalPage,
  type ImportKind,
  type ImportOptions,
} from '@tabiji/shared/api/imports.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { z } from 'zod';
import { pacer } from '../imports/paced-rows.ts';
import { paged, param, type Page, type Signal, until } from './params.ts';
import { judged, send, told } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

export interface ImportAsk {
  kind: ImportKind;
  file: string;
  options: Partial<ImportOptions>;
}

const withPace = pacer();
const bytes = { 'content-type': 'application/octet-stream' };
const importQuery = ({ kind, file, options }: ImportAsk) => ({ kind, file, options: JSON.stringify(options) });

const calls = {
  preview: (of: ImportAsk, body: Blob, signal?: Signal) => {
    const init = { body, headers: bytes, signal: signal ?? null };
    return judged(ImportPreview, v1.imports.preview.$post({ query: importQuery(of) }, { init }));
  },
  /** Where the file itself goes; an upload reports its progress and is therefore sent by other means. */
  uploadAddress: (of: ImportAsk) => `/v1/imports?${new URLSearchParams(importQuery(of)).toString()}`,
  list: (signal?: Signal) => judged(z.array(ImportRow), v1.imports.$get({ query: {} }, until(signal))),
  cancel: (id: number) => told(v1.imports[':id'].cancel.$post(param(id))),
  resume: (id: number) => told(v1.imports[':id'].resume.$post(param(id))),
  refusals: (id: number, page: Page, signal?: Signal) =>
    judged(RefusalPage, v1.imports[':id'].refusals.$get({ ...param(id), query: paged(page) }, until(signal))),
  refusalsFile: (id: number, locale: Locale) => `/v1/imports/${id}/refusals.csv?locale=${locale}`,
};

/** Files that are taken in. */
export const imports = {
  ...calls,
  list: queryOptions({
    queryKey: ['imports'],
    queryFn: async ({ signal }) => withPace(await calls.list(signal), Date.now()),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => ['uploading', 'waiting', 'running'].includes(state)) ? 1000 : false,
  }),
  refusals: (id: number) =>
    infiniteQueryOptions({
      queryKey: ['imports', id, 'refusals'],
      queryFn: ({ pageParam, signal }) => calls.refusals(id, { after: pageParam, limit: 50 }, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
} as const;
