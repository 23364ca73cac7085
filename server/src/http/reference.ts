import { journeySchema, nodeCatalogue } from '@tabiji/shared/journey/schema.ts';
import { type Env, Hono } from 'hono';
import { openAPIRouteHandler } from 'hono-openapi';

/** What developers look up: the API's description, the journey's form, the node types. */
export const referenceRoutes = <E extends Env>(api: Hono<E>): Hono =>
  new Hono()
    .get('/openapi.json', openAPIRouteHandler(api, { documentation: { info: { title: 'Tabiji', version: '1' } } }))
    .get('/v1/schema/journey.json', () => Response.json(journeySchema))
    .get('/v1/node-types', () => Response.json(nodeCatalogue));
