import { StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import type { LiveFeeds } from '../journeys/live/feeds.ts';
import { getJourney } from '../journeys/journeys.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
/** Messages a listener may be behind with; then it is let go, and begins again with a snapshot. */
const MOST_BEHIND = 30;
const RETRY_MS = 2000;

/**
 * Figures of a running journey as they change (server-sent events): `snapshot` first and after every reconnection, then
 * `delta` with what has changed, at most one a second, and a comment every 15 s.
 */
export const journeyLiveRoutes = ({ db }: Services, live: LiveFeeds) =>
  new Hono<RouteEnv>().get('/v1/journeys/:id/live', valid('param', Id), valid('query', StatsQuery), async (c) => {
    const { id } = c.req.valid('param');
    const workspaceId = c.get('workspaceId');
    await inWorkspace(db, workspaceId, (trx, here) => getJourney(trx, here.id, id));
    c.header('X-Accel-Buffering', 'no'); // a proxy that collects answers would hold them back
    return streamSSE(c, async (stream) => {
      const gone = Promise.withResolvers<void>();
      stream.onAbort(() => gone.resolve());
      let number = 0;
      let behind = 0;
      const leave = live.follow({ workspaceId, journeyId: id }, c.req.valid('query'), (message) => {
        if (message.event === 'end' || behind >= MOST_BEHIND) return gone.resolve();
        behind++;
        const written =
          message.event === 'beat'
            ? stream.write(':\n\n')
            : stream.writeSSE({
                event: message.event,
                data: JSON.stringify(message.data),
                id: String(++number),
                retry: RETRY_MS,
              });
        void Promise.resolve(written).finally(() => behind--);
      });
      await gone.promise;
      leave();
    });
  });
