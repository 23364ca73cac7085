import { Planned, PlannedPeople, PlannedPeopleQuery, PlannedQuery } from '@tabiji/shared/api/planned.ts';
import { Hono } from 'hono';
import { inWorkspace } from '../db/in-workspace.ts';
import { plannedPeople, plannedSends } from '../planned/planned.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** 送信予定一覧: what goes out when. */
export const plannedRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/sending/planned',
      describes('What goes out on the next days, by journey and step', Planned),
      valid('query', PlannedQuery),
      async (c) => {
        const { days } = c.req.valid('query');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => plannedSends(trx, here, days)), 200);
      },
    )
    .get(
      '/v1/sending/planned/people',
      describes('Who gets the mails of one day and step', PlannedPeople),
      valid('query', PlannedPeopleQuery),
      async (c) => {
        const query = c.req.valid('query');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => plannedPeople(trx, here, query)), 200);
      },
    );
