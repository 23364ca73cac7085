import { Products, TemplateOffer } from '@tabiji/shared/api/products.ts';
import type { App } from '@tabiji/server/http/routes.ts';
import { queryOptions } from '@tanstack/react-query';
import { hc } from 'hono/client';
import { judged, send } from './request.ts';

const { v1 } = hc<App>('/', { fetch: send });

/** What the shop sells, what mails recommend, and what is not recommended for now. */
export const products = {
  list: queryOptions({
    queryKey: ['products'],
    queryFn: ({ signal }) => judged(Products, v1.products.$get({}, { init: { signal } })),
  }),
  pause: (codes: string[]) => judged(Products, v1.products.paused.$put({ json: { products: codes } })),
  offerOf: (key: string) =>
    queryOptions({
      queryKey: ['template', key, 'offer'],
      queryFn: ({ signal }) =>
        judged(TemplateOffer, v1.templates[':key'].offer.$get({ param: { key } }, { init: { signal } })),
    }),
  offer: (key: string, json: TemplateOffer) =>
    judged(TemplateOffer, v1.templates[':key'].offer.$put({ param: { key }, json })),
};
