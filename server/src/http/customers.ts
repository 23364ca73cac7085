import { CustomerDetail, CustomerPage, Timeline } from '@tabiji/shared/api/customers.ts';
import { PageQuery } from '@tabiji/shared/api/basics.ts';
import { Why } from '@tabiji/shared/api/why.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { customerDetail, listCustomers } from '../customers/pages.sql.ts';
import { whyOf } from '../customers/why/why.ts';
import { timelineOf } from '../customers/timeline.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const ListQuery = PageQuery.extend({
  q: z.string().max(200).optional(),
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'not a page')
    .optional(),
});
const TimelineQuery = z.object({ after: z.iso.datetime().optional() });

export const customerRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/customers', describes('Customers, newest first', CustomerPage), valid('query', ListQuery), async (c) => {
      const query = c.req.valid('query');
      return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => listCustomers(trx, here, query)), 200);
    })
    .get('/v1/customers/:id', describes('One customer', CustomerDetail), valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => customerDetail(trx, here, id)), 200);
    })
    .get(
      '/v1/customers/:id/why/:journey',
      describes('Why a customer is where they are in a journey, or did not enter it', Why),
      valid('param', Id.extend({ journey: z.coerce.number().int().min(1) })),
      async (c) => {
        const { id: customerId, journey: journeyId } = c.req.valid('param');
        return c.json(
          await inWorkspace(db, c.get('workspaceId'), (trx, here) => whyOf(trx, here, { customerId, journeyId })),
          200,
        );
      },
    )
    .get(
      '/v1/customers/:id/timeline',
      describes('What happened to a customer, newest first; on the first page also what is planned', Timeline),
      valid('param', Id),
      valid('query', TimelineQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const { after } = c.req.valid('query');
        return c.json(
          await inWorkspace(db, c.get('workspaceId'), (trx, here) => timelineOf(trx, here, id, after)),
          200,
        );
      },
    );
