import { PlanRehearsal, Rehearsal, RehearsalLine, SendRehearsal } from '@tabiji/shared/api/rehearsals.ts';
import { Hono } from 'hono';
import { planRehearsal } from '../rehearsals/plan-rehearsal.ts';
import { sendRehearsal } from '../rehearsals/send-rehearsal.ts';
import type { Services } from '../services.ts';
import { inSnapshot } from '../simulation/in-snapshot.sql.ts';
import { lines } from './lines.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

/** A whole journey tested to oneself: the mails of one customer's way, with their days in the subjects. */
export const rehearsalRoutes = (services: Services) => {
  const { db, config, log } = services;
  return new Hono<RouteEnv>()
    .post(
      '/v1/rehearsals/plan',
      describes('The mails of a customer’s way through a graph; nothing is sent', Rehearsal),
      valid('json', PlanRehearsal),
      async (c) => {
        const asked = c.req.valid('json');
        const { rehearsal } = await inSnapshot(db, c.get('workspaceId'), (trx, here) =>
          planRehearsal(trx, here, asked, config.url),
        );
        return c.json(rehearsal, 200);
      },
    )
    .post(
      '/v1/rehearsals',
      describes('Send those mails to colleagues now (NDJSON: what became of each, as it goes)', RehearsalLine),
      valid('json', SendRehearsal),
      (c) =>
        lines(c, sendRehearsal(services, c.get('workspaceId'), c.req.valid('json')), {
          toTheEnd: true,
          onError: (error) => log.error(error, 'the test of a journey could not be sent to its end'),
        }),
    );
};
