import { ImportPreview, ImportRow } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { acceptUpload } from '../imports/accept-upload.ts';
import { cancelImport, resumeImport } from '../imports/change-import.ts';
import { startImport } from '../imports/import-job.ts';
import { findImport, listImports } from '../imports/imports.sql.ts';
import { previewImport } from '../imports/preview-import.ts';
import { LIMITS } from '../imports/read/row.ts';
import { receiveUpload } from '../imports/uploads.ts';
import type { Services } from '../services.ts';
import { reply } from './error-reply.ts';
import { importRefusalRoutes } from './import-refusals.ts';
import { ImportQuery, readOptions } from './import-query.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int() });
const List = z.object({ limit: z.coerce.number().int().min(1).max(200).default(100) });

const headOnly = bodyLimit({
  maxSize: LIMITS.headBytes,
  onError: (c) => reply(c, new AppError('too_large', 'Send at most the first 256 KB of the file for a preview.')),
});

/** Files of customers, orders and events: looked at beforehand, sent, followed, stopped, gone on with. */
export const importRoutes = (services: Services) =>
  new Hono<RouteEnv>()
    .post(
      '/v1/imports/preview',
      describes('See how the beginning of a file (up to 256 KB) would be read', ImportPreview),
      valid('query', ImportQuery),
      headOnly,
      async (c) => {
        const { kind, options } = c.req.valid('query');
        const head = new Uint8Array(await c.req.arrayBuffer());
        const here = await inWorkspace(services.db, c.get('workspaceId'), async (_, here) => here);
        const locale = languageOf(c) ?? here.locale;
        return c.json(await previewImport(head, kind, readOptions(options), { zone: here.zone, locale }));
      },
    )
    .post(
      '/v1/imports',
      describes('Send a file as the body; it is taken in behind the answer', ImportRow, 202),
      valid('query', ImportQuery),
      async (c) => {
        const { options, ...about } = c.req.valid('query');
        const read = readOptions(options);
        await using received = await receiveUpload(services.config, c.req.raw.body);
        const workspaceId = c.get('workspaceId');
        const row = await acceptUpload(services, workspaceId, received, { ...about, options: read });
        await startImport(services, workspaceId, row.id);
        return c.json(row, 202);
      },
    )
    .get('/v1/imports', describes('Imports, newest first', z.array(ImportRow)), valid('query', List), async (c) => {
      const { limit } = c.req.valid('query');
      const workspaceId = c.get('workspaceId');
      return c.json(await inWorkspace(services.db, workspaceId, (trx) => listImports(trx, workspaceId, limit)));
    })
    .get('/v1/imports/:id', describes('How far an import is', ImportRow), valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      const workspaceId = c.get('workspaceId');
      const row = await inWorkspace(services.db, workspaceId, (trx) => findImport(trx, workspaceId, id));
      if (!row) throw new AppError('not_found', `There is no import ${id}.`);
      return c.json(row);
    })
    .post('/v1/imports/:id/cancel', describes('Stop; what is stored stays', ImportRow), valid('param', Id), async (c) =>
      c.json(await cancelImport(services, c.get('workspaceId'), c.req.valid('param').id)),
    )
    .post('/v1/imports/:id/resume', describes('Go on where it stopped', ImportRow), valid('param', Id), async (c) =>
      c.json(await resumeImport(services, c.get('workspaceId'), c.req.valid('param').id)),
    )
    .route('/', importRefusalRoutes(services));
