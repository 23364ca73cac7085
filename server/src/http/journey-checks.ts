import { Checks } from '@tabiji/shared/api/checks.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { checkDraft } from '../journeys/checks/check-draft.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

export const journeyCheckRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>().get(
    '/v1/journeys/:id/checks',
    describes('What is wrong with a draft’s mails and with the data they use', Checks),
    valid('param', Id),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => checkDraft(trx, here, id)), 200);
    },
  );
