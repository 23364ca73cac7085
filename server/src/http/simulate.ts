import { Persona, Simulate } from '@tabiji/shared/api/simulate.ts';
import { Trace } from '@tabiji/shared/api/trace.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inSnapshot } from '../simulation/in-snapshot.sql.ts';
import { simulate } from '../simulation/one/simulate.ts';
import { PERSONAS } from '../simulation/personas.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** The time machine: what a draft would do. Nothing is written and nothing is sent. */
export const simulateRoutes = ({ db, config }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/personas', describes('Whom a journey can be tried with', z.array(Persona)), (c) =>
      c.json(
        PERSONAS.map(({ key, name, about }) => ({ key, name, about })),
        200,
      ),
    )
    .post(
      '/v1/simulate',
      describes('What a graph would do with one customer', Trace),
      valid('json', Simulate),
      async (c) => {
        const asked = c.req.valid('json');
        const trace = await inSnapshot(db, c.get('workspaceId'), (trx, here) => simulate(trx, here, asked, config.url));
        return c.json(trace, 200);
      },
    );
