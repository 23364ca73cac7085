import { RequestAccepted, RequestSubscription } from '@tabiji/shared/api/opt-in.ts';
import { SetSubscriptions, Subscription } from '@tabiji/shared/api/subscriptions.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { listSubscriptions, saySubscriptions } from '../customers/subscriptions/subscriptions.sql.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { requestOptIn } from '../preferences/request-opt-in.ts';
import type { Services } from '../services.ts';
import { addressOf } from './address-of.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const Subscriptions = z.array(Subscription);

/** What a customer said yes or no to, and sign-ups that a mail confirms. */
export const subscriptionRoutes = (services: Services) => {
  const { db } = services;
  return new Hono<RouteEnv>()
    .post(
      '/v1/subscriptions/request',
      describes('Ask somebody who signed up by mail whether it was they (double opt-in)', RequestAccepted, 202),
      valid('json', RequestSubscription),
      async (c) => {
        await requestOptIn(services, c.get('workspaceId'), c.req.valid('json'), addressOf(c));
        return c.json({ accepted: true as const }, 202);
      },
    )
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
};
