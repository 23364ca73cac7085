import { MailChange, NameVersion, VersionDetail, VersionRow, Volume } from '@tabiji/shared/api/versions.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { mailChanges } from '../journeys/versions/mail-changes.ts';
import { getVersionDetail, listVersions, setVersionName } from '../journeys/versions/version-rows.sql.ts';
import { volumeOf } from '../journeys/versions/volume.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Number = z.coerce.number().int().min(1);
const Id = z.object({ id: Number });
const Version = Id.extend({ version: Number });

/** Published versions, and what the next one would change. */
export const versionRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/versions',
      describes('All published versions, the newest first', z.array(VersionRow)),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => listVersions(trx, here, id)), 200);
      },
    )
    .get(
      '/v1/journeys/:id/versions/:version',
      describes('One version with its document', VersionDetail),
      valid('param', Version),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const detail = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          getVersionDetail(trx, here, id, version),
        );
        return c.json(detail, 200);
      },
    )
    .patch(
      '/v1/journeys/:id/versions/:version',
      describes('Name a version', VersionDetail),
      valid('param', Version),
      valid('json', NameVersion),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const { name } = c.req.valid('json');
        const detail = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await setVersionName(trx, here, id, version, name);
          return getVersionDetail(trx, here, id, version);
        });
        return c.json(detail, 200);
      },
    )
    .get(
      '/v1/journeys/:id/publish/mails',
      describes('Mails that publishing the draft, or an older version again, would change', z.array(MailChange)),
      valid('param', Id),
      valid('query', z.object({ restore: Number.optional() })),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await mailChanges(db, c.get('workspaceId'), id, c.req.valid('query').restore), 200);
      },
    )
    .get(
      '/v1/journeys/:id/volume',
      describes('Entries and mails of the last 30 days', Volume),
      valid('param', Id),
      async (c) => c.json(await volumeOf(db, c.get('workspaceId'), c.req.valid('param').id), 200),
    );
