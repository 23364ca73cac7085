import { ActedOnParked, ActOnParked, ParkedPage } from '@tabiji/shared/api/parked.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { actOnParked } from '../journeys/parked/act-on-parked.ts';
import { parkedPage } from '../journeys/parked/parked.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const Query = z.object({ after: z.coerce.number().int().min(0).optional() });
const PAGE = 100;

export const parkedRoutes = ({ db, ring }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/parked',
      describes('Passages that an error has stopped', ParkedPage),
      valid('param', Id),
      valid('query', Query),
      async (c) => {
        const { id } = c.req.valid('param');
        const { after } = c.req.valid('query');
        const page = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          parkedPage(trx, here, id, { after, limit: PAGE }),
        );
        return c.json(page, 200);
      },
    )
    .post(
      '/v1/journeys/:id/parked',
      describes('Retry, skip, move or end passages that an error has stopped', ActedOnParked),
      valid('param', Id),
      valid('json', ActOnParked),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const acted = await inWorkspace(db, workspaceId, (trx, here) =>
          actOnParked(trx, here, id, c.req.valid('json')),
        );
        ring(workspaceId);
        return c.json(acted, 200);
      },
    );
