import {
  CountExisting,
  CreateJourney,
  Enroll,
  Enrolled,
  ExperimentStanding,
  ExistingCount,
  JourneyDetail,
  JourneyRow,
  Publish,
  Published,
  PublishPreview,
  SaveDraft,
  SavedDraft,
} from '@tabiji/shared/api/journeys.ts';
import { JourneyStats, StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import { NodeId } from '@tabiji/shared/journey/graph.ts';
import { EnrolledFile } from '@tabiji/shared/api/enroll-file.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { standingOf } from '../experiments/standing.ts';
import { enrollFile } from '../journeys/enroll-file.ts';
import { enrollByHand } from '../journeys/enroll-by-hand.ts';
import { insertJourney } from '../journeys/journeys.sql.ts';
import { deleteDraft, journeyDetail, listJourneys } from '../journeys/pages.sql.ts';
import { previewPublish } from '../journeys/inside/preview-publish.ts';
import { countExisting } from '../journeys/take-in.ts';
import { publishFrom } from '../journeys/publish.ts';
import { saveDraft } from '../journeys/save-draft.ts';
import { filterOf } from '../journeys/live/filter.ts';
import { statsOf } from '../journeys/stats.sql.ts';
import { askBefore } from '../domains/watch-domains.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const ListQuery = z.object({ archived: z.enum(['true', 'false']).optional() });
const Id = z.object({ id: z.coerce.number().int().min(1) });
const Restore = z.object({ restore: z.coerce.number().int().min(1).optional() });

export const journeyRoutes = (services: Services) => {
  const { db, ring, enqueue } = services;
  return new Hono<RouteEnv>()
    .get(
      '/v1/journeys',
      describes('All journeys but the archived ones, or these', z.array(JourneyRow)),
      valid('query', ListQuery),
      async (c) => {
        const archived = c.req.valid('query').archived === 'true';
        return c.json(
          await inWorkspace(db, c.get('workspaceId'), (trx, here) => listJourneys(trx, here, archived)),
          200,
        );
      },
    )
    .post('/v1/journeys', describes('Begin a journey', JourneyDetail, 201), valid('json', CreateJourney), async (c) => {
      const { graph } = c.req.valid('json');
      const journey = await inWorkspace(db, c.get('workspaceId'), async (trx, here) =>
        journeyDetail(trx, here, await insertJourney(trx, here, graph)),
      );
      return c.json(journey, 201);
    })
    .get('/v1/journeys/:id', describes('One journey with its draft', JourneyDetail), valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => journeyDetail(trx, here, id)), 200);
    })
    .delete(
      '/v1/journeys/:id',
      describes('Delete a draft that was never published', z.object({})),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          if (!(await deleteDraft(trx, here.id, id)))
            throw new AppError('refused', 'Only a draft that was never published can be deleted.');
        });
        return c.json({}, 200);
      },
    )
    .put(
      '/v1/journeys/:id/draft',
      describes('Save the draft', SavedDraft),
      valid('param', Id),
      valid('json', SaveDraft),
      async (c) => {
        const { id } = c.req.valid('param');
        const saved = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => ({
          ...(await saveDraft(trx, here, id, c.req.valid('json'), personOf(c))),
          savedAt: new Date(here.realNow).toISOString(),
        }));
        return c.json(saved, 200);
      },
    )
    .post(
      '/v1/journeys/:id/existing',
      describes('Count who would enter of those who had met a trigger before', ExistingCount),
      valid('param', Id),
      valid('json', CountExisting),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await countExisting(db, c.get('workspaceId'), id, c.req.valid('json').existing), 200);
      },
    )
    .post(
      '/v1/journeys/:id/publish',
      describes('Publish the draft, or an older version again', Published),
      valid('param', Id),
      valid('json', Publish),
      async (c) => {
        const { id } = c.req.valid('param');
        const { rev, restore, ...about } = c.req.valid('json');
        const source = restore === undefined ? { rev: rev ?? 0 } : { restore };
        const workspaceId = c.get('workspaceId');
        await askBefore(services, workspaceId);
        const published = await inWorkspace(db, workspaceId, async (trx, here) => ({
          ...(await publishFrom(trx, here, id, source, { ...about, by: about.by ?? personOf(c).person?.name })),
          publishedAt: new Date(here.now).toISOString(),
        }));
        await enqueue('plan_elapsed', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        await enqueue('take_in', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
        ring(workspaceId);
        return c.json(published, 200);
      },
    )
    .post(
      '/v1/journeys/:id/publish/preview',
      describes(
        'What publishing the draft, or an older version again, would mean to the customers inside',
        PublishPreview,
      ),
      valid('param', Id),
      valid('query', Restore),
      async (c) => {
        const { id } = c.req.valid('param');
        const { restore } = c.req.valid('query');
        const preview = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          previewPublish(trx, here, id, restore),
        );
        return c.json(preview, 200);
      },
    )
    .get(
      '/v1/journeys/:id/stats',
      describes('Figures of a running journey', JourneyStats),
      valid('param', Id),
      valid('query', StatsQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const query = c.req.valid('query');
        const stats = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          statsOf(trx, here, id, filterOf(query, here)),
        );
        return c.json(stats, 200);
      },
    )
    .get(
      '/v1/journeys/:id/experiments/:node',
      describes('What an experiment has shown so far', ExperimentStanding),
      valid('param', Id.extend({ node: NodeId })),
      async (c) => {
        const { id, node } = c.req.valid('param');
        const standing = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          standingOf(trx, here, { journeyId: id, node }),
        );
        return c.json(standing, 200);
      },
    )
    .post(
      '/v1/journeys/:id/enroll',
      describes('Let customers in by hand', Enrolled),
      valid('param', Id),
      valid('json', Enroll),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const result = await inWorkspace(db, workspaceId, (trx, here) =>
          enrollByHand(trx, here, id, c.req.valid('json').customers),
        );
        ring(workspaceId);
        return c.json(result, 200);
      },
    )
    .post(
      '/v1/journeys/:id/enroll/file',
      describes('Let customers in by hand whose ids stand in a file (CSV or tabs), sent as the body', EnrolledFile),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const { body } = c.req.raw;
        if (!body) throw new AppError('invalid', 'Send the file as the body of the request.');
        const workspaceId = c.get('workspaceId');
        const result = await enrollFile(db, workspaceId, id, body);
        ring(workspaceId);
        return c.json(result, 200);
      },
    );
};
