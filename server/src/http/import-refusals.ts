import { PageQuery } from '@tabiji/shared/api/basics.ts';
import { RefusalPage } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { findImport } from '../imports/imports.sql.ts';
import { listRefusals } from '../imports/refusals.sql.ts';
import { refusalsFile } from '../imports/write-refusals.ts';
import type { Services } from '../services.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int() });
const Page = PageQuery.extend({ after: z.coerce.number().int().min(0).default(0) });

/** The rows that were not taken in, with line and reason: by page, and as a file for a spreadsheet. */
export const importRefusalRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/imports/:id/refusals',
      describes('Refused rows by line, with reasons', RefusalPage),
      valid('param', Id),
      valid('query', Page),
      async (c) => {
        const { id } = c.req.valid('param');
        const page = c.req.valid('query');
        const answer = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await mustExist(trx, here, id);
          const locale = languageOf(c) ?? here.locale;
          const rows = await listRefusals(trx, here.id, id, page);
          const next = rows.length === page.limit ? rows.at(-1) : undefined;
          const refusals = rows.map(({ reason, ...row }) => ({ ...row, reason: reason[locale] }));
          return { refusals, next: next ? String(next.line) : null };
        });
        return c.json(answer satisfies RefusalPage);
      },
    )
    .get('/v1/imports/:id/refusals.csv', valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      const workspaceId = c.get('workspaceId');
      const here = await inWorkspace(db, workspaceId, (trx, here) => mustExist(trx, here, id));
      const locale = languageOf(c) ?? here.locale;
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="import-${id}-refused.csv"`);
      return c.body(ReadableStream.from<Uint8Array>(refusalsFile(db, workspaceId, id, locale)));
    });

async function mustExist(trx: Trx, here: Here, id: number): Promise<Here> {
  if (!(await findImport(trx, here.id, id))) throw new AppError('not_found', `There is no import ${id}.`);
  return here;
}
