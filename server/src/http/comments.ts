import { AddComment, JourneyComment, ResolveThread } from '@tabiji/shared/api/comments.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { addComment, listComments, resolveThread } from '../journeys/comments/comments.sql.ts';
import type { Services } from '../services.ts';
import { personOf } from './person-of.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Number = z.coerce.number().int().min(1);
const Id = z.object({ id: Number });
const Comments = z.array(JourneyComment);

/** What colleagues say to each other about a journey and its nodes. */
export const commentRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/journeys/:id/comments',
      describes('All comments on a journey, thread by thread', Comments),
      valid('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => listComments(trx, here, id)), 200);
      },
    )
    .post(
      '/v1/journeys/:id/comments',
      describes('Say something about a journey, a node of it, or in a thread', Comments),
      valid('param', Id),
      valid('json', AddComment),
      async (c) => {
        const { id } = c.req.valid('param');
        const comments = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await addComment(trx, here, id, c.req.valid('json'), personOf(c).person);
          return listComments(trx, here, id);
        });
        return c.json(comments, 200);
      },
    )
    .patch(
      '/v1/journeys/:id/comments/:thread',
      describes('Settle a thread, or open it again', Comments),
      valid('param', Id.extend({ thread: Number })),
      valid('json', ResolveThread),
      async (c) => {
        const { id, thread } = c.req.valid('param');
        const { resolved } = c.req.valid('json');
        const comments = await inWorkspace(db, c.get('workspaceId'), async (trx, here) => {
          await resolveThread(trx, here, id, { thread, resolved }, personOf(c).person);
          return listComments(trx, here, id);
        });
        return c.json(comments, 200);
      },
    );
