import { LinkKeys, RotateLinkKeys } from '@tabiji/shared/api/link-keys.ts';
import { Hono } from 'hono';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { linkKeys, rotateLinkKeys } from '../workspaces/link-keys.sql.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** What links in mails are signed with. */
export const linkKeyRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get('/v1/link-keys', describes('What signs links in mails, and since when', LinkKeys), async (c) =>
      c.json(await inWorkspace(db, c.get('workspaceId'), linkKeys), 200),
    )
    .post(
      '/v1/link-keys',
      describes('Sign links with a new key from now on; links of earlier mails stay valid', LinkKeys),
      valid('json', RotateLinkKeys),
      async (c) => {
        const { believed } = c.req.valid('json');
        const now = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await rotateLinkKeys(trx, here, believed);
          return linkKeys(trx, here);
        });
        return c.json(now, 200);
      },
    );
