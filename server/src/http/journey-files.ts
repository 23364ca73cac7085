import {
  ImportedJourney,
  ImportJourney,
  ImportPlan,
  JourneyFileText,
  PreviewImport,
} from '@tabiji/shared/api/journey-files.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { readJourneyFile, type OpenedFile } from '@tabiji/shared/journey/file/journey-file.ts';
import { writeJourneyFile } from '@tabiji/shared/journey/file/write-journey-file.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { importJourney, takeLuggage } from '../journeys/files/import-journey.ts';
import { luggageOf } from '../journeys/files/luggage-of.ts';
import { planImport } from '../journeys/files/plan-import.ts';
import { getJourney } from '../journeys/journeys.sql.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** Journeys as files, with the templates and segments they need. */
export const journeyFileRoutes = ({ db, enqueue }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/file',
      describes('The draft as a file, with the templates and segments it mentions', JourneyFileText),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const text = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          const { draft } = await getJourney(trx, here.id, id);
          return writeJourneyFile(draft, await luggageOf(trx, here, draft));
        });
        return c.json({ text }, 200);
      },
    )
    .post(
      '/v1/journeys/import/preview',
      describes('What a journey’s file would make, change and miss; nothing is written', ImportPlan),
      valid('json', PreviewImport),
      async (c) => {
        const file = opened(c.req.valid('json').text);
        const plan = await inWorkspace(db, c.get('workspaceId'), (trx, here) => planImport(trx, here, file));
        return c.json(plan, 200);
      },
    )
    .post(
      '/v1/journeys/import',
      describes('Make a draft of a journey’s file, with what the workspace lacks', ImportedJourney, 201),
      valid('json', ImportJourney),
      async (c) => {
        const { text, replace, only } = c.req.valid('json');
        const file = opened(text);
        const workspaceId = c.get('workspaceId');
        const made = await inWorkspace(db, workspaceId, async (trx, here) =>
          only === 'luggage'
            ? { id: null, ...(await takeLuggage(trx, here, file, { replace })) }
            : importJourney(trx, here, file, { replace }),
        );
        for (const key of made.segments)
          await enqueue('refresh_segment', `${workspaceId}.${key}`, { workspaceId, key });
        return c.json({ id: made.id, plan: made.plan }, 201);
      },
    );

/** @throws AppError `invalid` saying what is wrong with the file */
function opened(text: string): OpenedFile {
  const read = readJourneyFile(text);
  if (read.ok) return read;
  const what = read.because === 'noJson' ? 'The file is not JSON' : 'The file is not a journey';
  throw new AppError('invalid', `${what}: ${read.detail}`, { field: 'text' });
}
