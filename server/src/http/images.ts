import { ImageRow, NewImage, SaveImage } from '@tabiji/shared/api/images.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { inWorkspace } from '../db/in-workspace.ts';
import { newImageId, workspaceOfImage } from '../images/image-id.ts';
import { deleteImage, describeImage, findImage, insertImage, listImages } from '../images/images.sql.ts';
import { shrink } from '../images/shrink.ts';
import type { Services } from '../services.ts';
import type { RouteEnv } from './route-env.ts';
import { describes, valid } from './valid.ts';

const Id = z.object({ id: z.string().max(60) });

/** Pictures of mails: uploaded by colleagues, fetched by mail programs everywhere. */
export const imageRoutes = ({ db, config }: Services) => {
  const withUrl = (row: Omit<ImageRow, 'url'>): ImageRow => ({ ...row, url: `${config.url}/i/${row.id}` });
  const one = async (workspaceId: number, id: string): Promise<ImageRow> => {
    const [row] = await inWorkspace(db, workspaceId, (trx, here) => listImages(trx, here, id));
    if (!row) throw new AppError('not_found', `There is no image ${id}.`);
    return withUrl(row);
  };
  return new Hono<RouteEnv>()
    .get('/v1/images', describes('Pictures, newest first', z.array(ImageRow)), async (c) => {
      const rows = await inWorkspace(db, c.get('workspaceId'), (trx, here) => listImages(trx, here));
      return c.json(rows.map(withUrl), 200);
    })
    .post(
      '/v1/images',
      describes(
        'Keep a picture; the body is its bytes. It is made smaller where it is wider than mails show',
        ImageRow,
        201,
      ),
      valid('query', NewImage),
      async (c) => {
        const workspaceId = c.get('workspaceId');
        const { name, wide } = c.req.valid('query');
        const shrunk = await shrink(Buffer.from(await c.req.arrayBuffer()), { wide: wide === 'true' });
        const id = newImageId(workspaceId, shrunk.type);
        await inWorkspace(db, workspaceId, (trx, here) => insertImage(trx, here, { ...shrunk, id, name }));
        return c.json(await one(workspaceId, id), 201);
      },
    )
    .patch(
      '/v1/images/:id',
      describes('Say in words what it shows', ImageRow),
      valid('param', Id),
      valid('json', SaveImage),
      async (c) => {
        const { id } = c.req.valid('param');
        await inWorkspace(db, c.get('workspaceId'), (trx, here) =>
          describeImage(trx, here, id, c.req.valid('json').alt),
        );
        return c.json(await one(c.get('workspaceId'), id), 200);
      },
    )
    .delete('/v1/images/:id', valid('param', Id), async (c) => {
      await inWorkspace(db, c.get('workspaceId'), (trx, here) => deleteImage(trx, here, c.req.valid('param').id));
      return c.body(null, 204);
    })
    .get('/i/:id', valid('param', Id), async (c) => {
      const { id } = c.req.valid('param');
      const workspaceId = workspaceOfImage(id);
      const image =
        workspaceId === undefined
          ? undefined
          : await inWorkspace(db, workspaceId, (trx, here) => findImage(trx, here, id)).catch(nobody);
      if (!image) return c.body(null, 404);
      c.header('Content-Type', image.type);
      c.header('Cache-Control', 'public, max-age=31536000, immutable');
      c.header('Content-Disposition', 'inline');
      return c.body(new Uint8Array(image.content));
    });
};

/** A workspace that does not exist has no pictures. */
const nobody = (error: unknown): undefined => {
  if (error instanceof AppError) return undefined;
  throw error;
};
