import { CohortLine, ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { runCohort } from '../simulation/cohort/run-cohort.ts';
import type { Services } from '../services.ts';
import { lines } from './lines.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** A period's real people through a draft: lines of JSON whose counts grow. */
export const cohortRoutes = ({ db, config, log }: Services) =>
  new Hono<RouteEnv>().post(
    '/v1/journeys/:id/cohort',
    describes('Send the people of a period through a draft (NDJSON: counts grow from line to line)', CohortLine),
    valid('param', Id),
    valid('json', ReplayCohort),
    (c) => {
      const { id } = c.req.valid('param');
      const asked = c.req.valid('json');
      return lines(c, runCohort(db, c.get('workspaceId'), id, { asked, url: config.url }), {
        onError: (error) => log.error(error, 'the cohort could not be run to its end'),
      });
    },
  );
