import { AnswerReview, Approval, AskReview, ReviewStanding } from '@tabiji/shared/api/reviews.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { listApprovals } from '../journeys/reviews/approvals.sql.ts';
import { answerReview, askReview, reviewOf } from '../journeys/reviews/reviews.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.coerce.number().int().min(1) });

/** What colleagues think of a draft before it is published. */
export const reviewRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/review',
      describes('Where the review of the draft stands', ReviewStanding),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const { person } = personOf(c);
        const standing = await inWorkspace(db, c.get('workspaceId'), (trx, here) => reviewOf(trx, here, id, person));
        return c.json(standing, 200);
      },
    )
    .put(
      '/v1/journeys/:id/review',
      describes('Ask a colleague to look at the draft', ReviewStanding),
      valid('param', Id),
      valid('json', AskReview),
      async (c) => {
        const { id } = c.req.valid('param');
        const { person } = personOf(c);
        const standing = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await askReview(trx, here, id, c.req.valid('json'), person);
          return reviewOf(trx, here, id, person);
        });
        return c.json(standing, 200);
      },
    )
    .post(
      '/v1/journeys/:id/review/answer',
      describes('Approve the draft, ask for changes, or comment', ReviewStanding),
      valid('param', Id),
      valid('json', AnswerReview),
      async (c) => {
        const { id } = c.req.valid('param');
        const { person } = personOf(c);
        const standing = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await answerReview(trx, here, id, c.req.valid('json'), person);
          return reviewOf(trx, here, id, person);
        });
        return c.json(standing, 200);
      },
    )
    .get(
      '/v1/journeys/:id/approvals',
      describes('Everything that was asked, said and decided about drafts, in order', z.array(Approval)),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => listApprovals(trx, here, id)), 200);
      },
    );
