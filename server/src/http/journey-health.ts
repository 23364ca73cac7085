import { JourneyHealth, JourneyPulse } from '@tabiji/shared/api/journey-health.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { healthOf, pulsesOf } from '../journeys/health/health.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** What somebody should look at in running journeys. */
export const journeyHealthRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/journey-health', describes('How every published journey is doing', z.array(JourneyPulse)), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), pulsesOf), 200),
    )
    .get(
      '/v1/journeys/:id/health',
      describes('What somebody should look at in a journey', JourneyHealth),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => healthOf(trx, here, id)), 200);
      },
    );
