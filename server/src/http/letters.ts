import { PageQuery } from '@tabiji/shared/api/basics.ts';
import { LetterDetail, LetterPage } from '@tabiji/shared/api/mail.ts';
import { FEEDBACK_STATES } from '@tabiji/shared/sending/feedback.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { findLetter, listLetters } from '../messages/letters.sql.ts';
import type { Services } from '../services.ts';
import { accepts } from './accepts.ts';
import type { RouteEnv } from './route-env.ts';

const LetterQuery = PageQuery.extend({
  q: z.string().max(200).optional().describe('part of the subject, the address or the name'),
  customer: z.coerce.number().int().optional(),
  state: z.enum(FEEDBACK_STATES).optional().describe('the strongest that was told of it'),
  after: z.coerce.number().int().optional().describe('`next` of the page before'),
});
const Id = z.object({ id: z.coerce.number().int() });

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

/** The mailbox of the provider `letters`. */
export const letterRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/letters',
      describeRoute({
        summary: 'Letters, newest first',
        responses: { 200: { description: 'One page', content: json(LetterPage) } },
      }),
      accepts('query', LetterQuery),
      async (c) => {
        const { q, customer, state, after, limit } = c.req.valid('query');
        const found = await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          listLetters(trx, here, { q, customer, state, before: after, limit }),
        );
        const last = found.letters.length === limit ? found.letters.at(-1) : undefined;
        return c.json({ ...found, next: last ? String(last.id) : null } satisfies LetterPage);
      },
    )
    .get(
      '/v1/letters/:id',
      describeRoute({
        summary: 'One letter with its content',
        responses: { 200: { description: 'The letter', content: json(LetterDetail) } },
      }),
      accepts('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        const letter = await inWorkspace(db, c.get('workspaceId'), (trx, here) => findLetter(trx, here, id));
        if (!letter) throw new AppError('not_found', `There is no letter ${id}.`);
        return c.json(letter satisfies LetterDetail);
      },
    );
