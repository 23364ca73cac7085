import { CreateMailing, Mailing, MailingPlan, MailingReach } from '@tabiji/shared/api/mailings.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { changeMailing, createMailing, listMailings, stopMailing } from '../mailings/mailings.ts';
import { reachOf } from '../mailings/reach.ts';
import { askBefore } from '../domains/watch-domains.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** 一斉配信: one mail to everybody in a segment, once. */
export const mailingRoutes = (services: Services) => {
  const { db, ring, enqueue } = services;
  return new Hono<RouteEnv>()
    .get('/v1/mailings', describes('Mailings, the newest first', z.array(Mailing)), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), listMailings), 200),
    )
    .post(
      '/v1/mailings/reach',
      describes('Whom a mailing would reach, and who would not get it, by reason', MailingReach),
      valid('json', MailingPlan),
      async (c) => {
        const plan = c.req.valid('json');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => reachOf(trx, here, plan)), 200);
      },
    )
    .post('/v1/mailings', describes('Schedule a mailing', Mailing, 201), valid('json', CreateMailing), async (c) => {
      const workspaceId = c.get('workspaceId');
      const by = personOf(c).person?.name;
      await askBefore(services, workspaceId);
      const made = await inWorkspace(db, workspaceId, (trx, here) => createMailing(trx, here, c.req.valid('json'), by));
      await enqueue('plan_elapsed', `${workspaceId}.${made.id}`, { workspaceId, journeyId: made.id });
      ring(workspaceId);
      return c.json(made, 201);
    })
    .put(
      '/v1/mailings/:id',
      describes('Change a mailing that has not begun', Mailing),
      valid('param', Id),
      valid('json', CreateMailing),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        await askBefore(services, workspaceId);
        const changed = await inWorkspace(db, workspaceId, (trx, here) =>
          changeMailing(trx, here, id, c.req.valid('json'), personOf(c)),
        );
        await enqueue('plan_elapsed', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        ring(workspaceId);
        return c.json(changed, 200);
      },
    )
    .post(
      '/v1/mailings/:id/stop',
      describes('Call a mailing off, or stop what has not gone yet', Mailing, 202),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const stopped = await inWorkspace(db, workspaceId, (trx, here) => stopMailing(trx, here, id));
        await enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        ring(workspaceId);
        return c.json(stopped, 202);
      },
    );
};
