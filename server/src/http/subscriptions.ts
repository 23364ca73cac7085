import { SetSubscriptions, Subscription } from '@tabiji/shared/api/subscriptions.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { listSubscriptions, saySubscriptions } from '../customers/subscriptions/subscriptions.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const Subscriptions = z.array(Subscription);

/** What a customer said yes or no to. */
export const subscriptionRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/customers/:id/subscriptions',
      describes('What a customer said yes or no to', Subscriptions),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const found = await inWorkspace(db, c.get('workspaceId'), (trx, here) => listSubscriptions(trx, here, id));
        return c.json(found, 200);
      },
    )
    .put(
      '/v1/customers/:id/subscriptions',
      describes('Say yes or no for a customer; effective for every letter that has not left', Subscriptions),
      valid('param', Id),
      valid('json', SetSubscriptions),
      async (c) => {
        const { id } = c.req.valid('param');
        const { subscriptions, source, text } = c.req.valid('json');
        const { person } = personOf(c);
        const by = { source: source ?? (person ? 'staff' : 'api'), proof: { actor: person?.name, text } };
        const said = subscriptions.map((one) => ({ ...one, ...by, customerId: id }));
        const saved = await inWorkspace(db, c.get('workspaceId'), (trx, here) => saySubscriptions(trx, here, id, said));
        return c.json(saved, 200);
      },
    );
