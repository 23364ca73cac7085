import { BegunFromGallery, GalleryJourney } from '@tabiji/shared/api/gallery.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import type { Locale } from '@tabiji/shared/locale.ts';
import { hc } from 'hono/client';
import { z } from 'zod';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** Finished journeys to begin with, in the language shown. */
export const gallery = {
  list: (locale: Locale) =>
    queryOptions({
      queryKey: ['gallery', locale],
      queryFn: ({ signal }) => judged(z.array(GalleryJourney), v1.gallery.$get({}, { init: { signal } })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  begin: (key: string) => judged(BegunFromGallery, v1.gallery[':key'].$post({ param: { key } })),
};
