import { Inside, InsideQuery, Resume } from '@tabiji/shared/api/journey-life.ts';
import { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import { addDuration } from '@tabiji/shared/time.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { archive, pause, restore, resume, stop } from '../journeys/life.ts';
import { insideOf } from '../journeys/life.sql.ts';
import { journeyDetail } from '../journeys/pages.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** Pausing, resuming, stopping, archiving; and whom that would touch. */
export function journeyLifeRoutes({ db, ring, enqueue }: Services) {
  /** Changes a journey, answers with what it is now, and lets background work do the rest. */
  async function change(workspaceId: number, id: number, by: (trx: Trx, here: Here) => Promise<void>) {
    const detail = await inWorkspace(db, workspaceId, async (trx, here) => {
      await by(trx, here);
      return journeyDetail(trx, here, id);
    });
    if (detail.change) await enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
    ring(workspaceId);
    return detail;
  }
  return new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/inside',
      describes('Whom a pause, resume or stop touches', Inside),
      valid('param', Id),
      valid('query', InsideQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const { olderThan } = c.req.valid('query');
        const inside = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          insideOf(
            trx,
            here,
            id,
            olderThan === undefined ? undefined : addDuration(here.now, olderThan, here.zone, -1),
          ),
        );
        return c.json(inside, 200);
      },
    )
    .post('/v1/journeys/:id/pause', describes('Freeze a journey', JourneyDetail), valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await change(c.get('workspaceId'), id, (trx, here) => pause(trx, here, id)), 200);
    })
    .post(
      '/v1/journeys/:id/resume',
      describes('Let a paused journey go on; `change` tells how far it is', JourneyDetail, 202),
      valid('param', Id),
      valid('json', Resume),
      async (c) => {
        const { id } = c.req.valid('param');
        const { policy } = c.req.valid('json');
        return c.json(await change(c.get('workspaceId'), id, (trx, here) => resume(trx, here, id, policy)), 202);
      },
    )
    .post(
      '/v1/journeys/:id/stop',
      describes('End a journey: who is inside leaves, unsent letters are called off', JourneyDetail, 202),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await change(c.get('workspaceId'), id, (trx, here) => stop(trx, here, id)), 202);
      },
    )
    .post('/v1/journeys/:id/archive', describes('Put out of sight', JourneyDetail), valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await change(c.get('workspaceId'), id, (trx, here) => archive(trx, here, id)), 200);
    })
    .post(
      '/v1/journeys/:id/restore',
      describes('Bring back into sight', JourneyDetail),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await change(c.get('workspaceId'), id, (trx, here) => restore(trx, here, id)), 200);
      },
    );
}
