import { ActedOnPeople, ActOnPeople, PeoplePage, PeopleQuery } from '@tabiji/shared/api/people.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { actOnPeople } from '../journeys/people/act-on-people.ts';
import { keepExport, peopleFile } from '../journeys/people/people-file.ts';
import { peoplePage } from '../journeys/people/people-page.ts';
import type { Services } from '../services.ts';
import { byWhom } from './by-whom.ts';
import { languageOf } from './language.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });
const FileQuery = PeopleQuery.pick({ node: true, version: true, q: true }).extend({ locale: z.string().optional() });

/** The people inside a journey: who they are, what they rest for, and what somebody decides about them. */
export const peopleRoutes = ({ db, ring, config }: Services) => {
  return new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/people',
      describes('People inside a journey and what they rest for', PeoplePage),
      valid('param', Id),
      valid('query', PeopleQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const page = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          peoplePage(trx, here, id, c.req.valid('query')),
        );
        return c.json(page, 200);
      },
    )
    .post(
      '/v1/journeys/:id/people',
      describes('Let people move on from where they rest, or end their passages', ActedOnPeople),
      valid('param', Id),
      valid('json', ActOnPeople),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const acted = await actOnPeople(db, workspaceId, id, c.req.valid('json'), byWhom(c, config));
        ring(workspaceId);
        return c.json(acted, 200);
      },
    )
    .get('/v1/journeys/:id/people.csv', valid('param', Id), valid('query', FileQuery), async (c) => {
      const { id } = c.req.valid('param');
      const { locale: _, ...who } = c.req.valid('query');
      const workspaceId = c.get('workspaceId');
      const locale =
        languageOf(c) ?? (await inWorkspace(db, workspaceId, (_trx, here) => Promise.resolve(here.locale)));
      await keepExport(db, workspaceId, id, who, byWhom(c, config));
      c.header('Content-Type', 'text/csv; charset=utf-8');
      c.header('Content-Disposition', `attachment; filename="journey-${id}-people.csv"`);
      return c.body(ReadableStream.from<Uint8Array>(peopleFile(db, workspaceId, id, who, locale)));
    });
};
