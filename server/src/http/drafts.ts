import { AskLease, Lease, PatchDraft, PatchedDraft } from '@tabiji/shared/api/drafts.ts';
import { PublishedGraph } from '@tabiji/shared/api/journeys.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { askLease } from '../journeys/draft/ask-lease.ts';
import { patchDraft } from '../journeys/draft/patch-draft.ts';
import { publishedGraph } from '../journeys/pages.sql.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

export const draftRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .patch(
      '/v1/journeys/:id/draft',
      describes('Change values of the draft', PatchedDraft),
      valid('param', Id),
      valid('json', PatchDraft),
      async (c) => {
        const { id } = c.req.valid('param');
        const saved = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => ({
          ...(await patchDraft(trx, here, id, c.req.valid('json'), personOf(c))),
          savedAt: new Date(here.realNow).toISOString(),
        }));
        return c.json(saved, 200);
      },
    )
    .post(
      '/v1/journeys/:id/lease',
      describes('Say that the draft is being edited, and hear by whom', Lease),
      valid('param', Id),
      valid('json', AskLease),
      async (c) => {
        const { id } = c.req.valid('param');
        const lease = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          askLease(trx, here, id, c.req.valid('json'), personOf(c)),
        );
        return c.json(lease, 200);
      },
    )
    .get(
      '/v1/journeys/:id/published',
      describes('The graph by which customers enter now', PublishedGraph),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => publishedGraph(trx, here, id)), 200);
      },
    );
