import { SaveBlock, SavedBlock } from '@tabiji/shared/api/saved-blocks.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { levelOf } from '@tabiji/shared/mail/edits/fit.ts';
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import type { Services } from '../services.ts';
import { listSavedBlocks, removeSavedBlock, saveBlock } from '../templates/saved-blocks.sql.ts';
import { accepts } from './accepts.ts';
import type { RouteEnv } from './route-env.ts';

const Id = z.object({ id: z.coerce.number().int() });
const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

/** Blocks that are kept to be put into other mails. */
export const savedBlockRoutes = ({ db }: Services) =>
  new Hono<RouteEnv>()
    .get(
      '/v1/blocks',
      describeRoute({
        summary: 'Saved blocks',
        responses: { 200: { description: 'By name', content: json(z.array(SavedBlock)) } },
      }),
      async (c) => c.json(await inWorkspace(db, c.get('workspaceId'), listSavedBlocks)),
    )
    .post(
      '/v1/blocks',
      describeRoute({
        summary: 'Save a block; one of the same name is replaced',
        responses: { 200: { description: 'As saved', content: json(SavedBlock) } },
      }),
      accepts('json', SaveBlock),
      async (c) => {
        const block = c.req.valid('json');
        if (levelOf(block.mjml) === null) {
          throw new AppError('invalid', 'This MJML is no whole block: see that every element in it is closed.');
        }
        return c.json(await inWorkspace(db, c.get('workspaceId'), (trx, here) => saveBlock(trx, here, block)));
      },
    )
    .delete(
      '/v1/blocks/:id',
      describeRoute({
        summary: 'Forget a saved block; mails keep their copies',
        responses: { 204: { description: 'Gone' } },
      }),
      accepts('param', Id),
      async (c) => {
        const { id } = c.req.valid('param');
        await inWorkspace(db, c.get('workspaceId'), (trx, here) => removeSavedBlock(trx, here, id));
        return c.body(null, 204);
      },
    );
