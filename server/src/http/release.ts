import {
  BeginHold,
  Release,
  ReleaseDone,
  ReleaseOutlook,
  ReleaseStanding,
  ShownMail,
  WaitingPage,
  WaitingQuery,
  Withdraw,
  Withdrawn,
} from '@tabiji/shared/api/release.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { keepIntervention } from '../journeys/people/interventions.sql.ts';
import { holdMails, releaseMails } from '../journeys/release-hold/release.ts';
import { showMail } from '../journeys/release-hold/show-mail.ts';
import { releaseOutlook, releaseStanding, waitingPage } from '../journeys/release-hold/waiting.ts';
import { withdrawMails } from '../journeys/release-hold/withdraw.ts';
import type { Services } from '../services.ts';
import { byWhom } from './by-whom.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** Mails of a journey that wait until somebody has looked at the first of them. */
export function releaseRoutes({ db, ring, enqueue, config }: Services) {
  /** Changes a hold, answers with how it stands now, and lets background work do the rest. */
  async function change<T extends object>(
    workspaceId: number,
    id: number,
    by: (trx: Trx, here: Here) => Promise<T | void>,
  ) {
    const standing = await inWorkspace(db, workspaceId, async (trx, here) => {
      const done = await by(trx, here);
      return { ...(await releaseStanding(trx, here, id)), ...done } as ReleaseStanding & T;
    });
    if (standing.releasing) await enqueue('change_journey', `${workspaceId}.${id}`, { workspaceId, journeyId: id });
    ring(workspaceId);
    return standing;
  }
  return new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/release',
      describes('Whether mails of a journey wait for a release, and how many', ReleaseStanding),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => releaseStanding(trx, here, id)), 200);
      },
    )
    .put(
      '/v1/journeys/:id/release/hold',
      describes('Have all mails of a published journey wait until the first of them were looked at', ReleaseStanding),
      valid('param', Id),
      valid('json', BeginHold),
      async (c) => {
        const { id } = c.req.valid('param');
        const { first } = c.req.valid('json');
        const by = personOf(c).person?.name || null;
        return c.json(
          await change(c.get('workspaceId'), id, (trx, here) => holdMails(trx, here, id, { first, by })),
          200,
        );
      },
    )
    .get(
      '/v1/journeys/:id/release/mails',
      describes('Mails that wait for the release, the oldest first', WaitingPage),
      valid('param', Id),
      valid('query', WaitingQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        const query = c.req.valid('query');
        return c.json(
          await inWorkspace(db, c.get('workspaceId'), (trx, here) => waitingPage(trx, here, id, query)),
          200,
        );
      },
    )
    .get(
      '/v1/journeys/:id/release/mails/:mail',
      describes('A waiting mail as its reader would get it now', ShownMail),
      valid('param', Id.extend({ mail: z.coerce.number().int().min(1) })),
      async (c) => {
        const { id, mail } = c.req.valid('param');
        return c.json(
          await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
            showMail(trx, here, { journeyId: id, id: mail, base: config }),
          ),
          200,
        );
      },
    )
    .get(
      '/v1/journeys/:id/release/outlook',
      describes('What a release would do now', ReleaseOutlook),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => releaseOutlook(trx, here, id)), 200);
      },
    )
    .post(
      '/v1/journeys/:id/release',
      describes(
        'Let the waiting mails go, and later ones by themselves; asked for twice it is done once',
        ReleaseDone,
        202,
      ),
      valid('param', Id),
      valid('json', Release),
      async (c) => {
        const { id } = c.req.valid('param');
        const note = c.req.valid('json').note || null;
        const by = personOf(c).person?.name || null;
        const released = await change(c.get('workspaceId'), id, async (trx, here) => {
          const { outcome, mails: people } = await releaseMails(trx, here, id, { by, note });
          const about = { journeyId: id, chosen: {}, people, enrollments: [] };
          if (outcome !== 'nothing_held')
            await keepIntervention(trx, here, { ...about, action: 'release', by: byWhom(c, config) });
          return { outcome };
        });
        return c.json(released, 202);
      },
    )
    .post(
      '/v1/journeys/:id/release/withdraw',
      describes('Take back mails that wait; their people go on without them', Withdrawn),
      valid('param', Id),
      valid('json', Withdraw),
      async (c) => {
        const { id } = c.req.valid('param');
        const workspaceId = c.get('workspaceId');
        const asked = { ...c.req.valid('json'), by: byWhom(c, config) };
        const withdrawn = await inWorkspace(db, workspaceId, (trx, here) => withdrawMails(trx, here, id, asked));
        ring(workspaceId);
        return c.json({ withdrawn }, 200);
      },
    );
}
