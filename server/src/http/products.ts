import { TemplateKey } from '@tabiji/shared/api/mail.ts';
import { PauseProducts, Products, TemplateOffer } from '@tabiji/shared/api/products.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { listProducts, pauseProducts, setOffer } from '../products/products.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Key = z.object({ key: TemplateKey });

/** What mails recommend, and what is not recommended for now. */
export const productRoutes = ({ db, ring }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/products',
      describes('Products of the last orders, and those whose promotions wait', Products),
      async (c) => c.json(await inWorkspace(db, c.get('workspaceId'), listProducts), 200),
    )
    .put(
      '/v1/products/paused',
      describes('Say which products are not recommended for now; mails that waited for others go on', Products),
      valid('json', PauseProducts),
      async (c) => {
        const { products } = c.req.valid('json');
        const workspaceId = c.get('workspaceId');
        await inWorkspace(db, workspaceId, (trx, here) => pauseProducts(trx, here, products));
        ring(workspaceId);
        return c.json(await inWorkspace(db, workspaceId, listProducts), 200);
      },
    )
    .get(
      '/v1/templates/:key/offer',
      describes('Which products a mail recommends', TemplateOffer),
      valid('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        const offer = await inWorkspace(db, c.get('workspaceId'), async (_trx, here) => here.offers[key] ?? null);
        return c.json({ offer }, 200);
      },
    )
    .put(
      '/v1/templates/:key/offer',
      describes('Say which products a mail recommends; holds at once, for mails that wait as well', TemplateOffer),
      valid('param', Key),
      valid('json', TemplateOffer),
      async (c) => {
        const { key } = c.req.valid('param');
        const wanted = c.req.valid('json');
        const workspaceId = c.get('workspaceId');
        await inWorkspace(db, workspaceId, async (trx, here) => {
          if (!(await setOffer(trx, here, key, wanted.offer)))
            throw new AppError('not_found', `There is no template ${key}.`);
        });
        ring(workspaceId);
        return c.json(wanted, 200);
      },
    );
