import { HoldPromotions, Permission } from '@tabiji/shared/api/permission.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { permissionOf } from '../customers/permission.sql.ts';
import { holdPromotionsOf, releasePromotions } from '../customers/promotion-hold.sql.ts';
import type { Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** What a customer may be written to about, and why; promotions held back by hand. */
export const permissionRoutes = ({ db, ring }: Services) => {
  const change = async (workspaceId: number, id: number, by: (trx: Trx, here: Here) => Promise<void>) => {
    const permission = await inWorkspace(db, workspaceId, async (trx, here) => {
      await by(trx, here);
      return permissionOf(trx, here, id);
    });
    ring(workspaceId);
    return permission;
  };
  return new Hono<RouteEnv>()
    .get(
      '/v1/customers/:id/permission',
      describes('What a customer may be written to about, with every proof', Permission),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => permissionOf(trx, here, id)), 200);
      },
    )
    .put(
      '/v1/customers/:id/promotion-hold',
      describes('Hold promotions of a customer back until an instant', Permission),
      valid('param', Id),
      valid('json', HoldPromotions),
      async (c) => {
        const { id } = c.req.valid('param');
        const hold = c.req.valid('json');
        const source = personOf(c).person ? 'staff' : 'api';
        const permission = await change(c.get('workspaceId'), id, (trx, here) =>
          holdPromotionsOf(trx, here, id, hold, source),
        );
        return c.json(permission, 200);
      },
    )
    .delete(
      '/v1/customers/:id/promotion-hold',
      describes('Let promotions of a customer go again', Permission),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await change(c.get('workspaceId'), id, (trx, here) => releasePromotions(trx, here, id)), 200);
      },
    );
};
