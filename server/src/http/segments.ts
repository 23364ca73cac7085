import { CountSegment, SaveSegment, SegmentCount, SegmentKey, SegmentRow } from '@tabiji/shared/api/segments.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { countSegment } from '../segments/count.ts';
import { removeSegment } from '../segments/remove-segment.ts';
import { saveSegment } from '../segments/save-segment.ts';
import { listSegments } from '../segments/segment-rows.sql.ts';
import type { Services } from '../services.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Key = z.object({ key: SegmentKey });

export const segmentRoutes = ({ db, enqueue }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/segments', describes('All segments', z.array(SegmentRow)), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), listSegments), 200),
    )
    .post(
      '/v1/segments/count',
      describes('How many customers meet a condition now', SegmentCount),
      valid('json', CountSegment),
      async (c) => {
        const { condition } = c.req.valid('json');
        const locale = languageOf(c) ?? 'en';
        const counted = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          countSegment(trx, here, condition, locale),
        );
        return c.json(counted, 200);
      },
    )
    .put(
      '/v1/segments/:key',
      describes('Create or change a segment', SegmentRow),
      valid('param', Key),
      valid('json', SaveSegment),
      async (c) => {
        const { key } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const locale = languageOf(c) ?? 'en';
        const saved = await inWorkspace(db, workspaceId, (trx, here) =>
          saveSegment(trx, here, key, c.req.valid('json'), locale),
        );
        await enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
        return c.json(saved, 200);
      },
    )
    .delete(
      '/v1/segments/:key',
      describes('Delete a segment that nothing uses', z.object({})),
      valid('param', Key),
      async (c) => {
        const { key } = c.req.valid('param');
        const locale = languageOf(c) ?? 'en';
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => removeSegment(trx, here, key, locale));
        return c.json({}, 200);
      },
    );
