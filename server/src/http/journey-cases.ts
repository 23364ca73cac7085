import { CaseResult, CreateCase, JourneyCase, RunCases } from '@tabiji/shared/api/journey-cases.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace, type Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { getJourney } from '../journeys/journeys.sql.ts';
import { deleteCase, listCases } from '../simulation/cases/cases.sql.ts';
import { runCases, saveCase } from '../simulation/cases/run-cases.ts';
import { inSnapshot } from '../simulation/in-snapshot.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const OneCase = Id.extend({ case: z.coerce.number().int().min(1) });

/** Saved traces of a journey, and whether they still hold. */
export function journeyCaseRoutes({ db, config }: Services) {
  const stageOf = async (trx: Trx, here: Here, journeyId: number, graph: JourneyGraph | undefined) => ({
    journeyId,
    graph: graph ?? (await getJourney(trx, here.id, journeyId)).draft,
    url: config.url,
  });
  return new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/cases',
      describes('Saved cases of a journey', z.array(JourneyCase)),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => listCases(trx, here, id)), 200);
      },
    )
    .post(
      '/v1/journeys/:id/cases',
      describes('Keep what a simulation shows as what is expected', JourneyCase, 201),
      valid('param', Id),
      valid('json', CreateCase),
      async (c) => {
        const { id } = c.req.valid('param');
        const { graph, ...one } = c.req.valid('json');
        const saved = await inWorkspace(db, c.get('workspaceId'), async (trx, here) =>
          saveCase(trx, here, await stageOf(trx, here, id, graph), one),
        );
        return c.json(saved, 201);
      },
    )
    .delete(
      '/v1/journeys/:id/cases/:case',
      describes('Remove a saved case', z.object({})),
      valid('param', OneCase),
      async (c) => {
        const { id, case: one } = c.req.valid('param');
        const isGone = await inWorkspace(db, c.get('workspaceId'), (trx, here) => deleteCase(trx, here, id, one));
        if (!isGone) throw new AppError('not_found', `There is no case ${one} of journey ${id}.`);
        return c.json({}, 200);
      },
    )
    .post(
      '/v1/journeys/:id/cases/run',
      describes('Run saved cases against a graph', z.array(CaseResult)),
      valid('param', Id),
      valid('json', RunCases),
      async (c) => {
        const { id } = c.req.valid('param');
        const { graph, only } = c.req.valid('json');
        const results = await inSnapshot(db, c.get('workspaceId'), async (trx, here) =>
          runCases(trx, here, await stageOf(trx, here, id, graph), only),
        );
        return c.json(results, 200);
      },
    );
}
