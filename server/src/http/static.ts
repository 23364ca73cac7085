import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isApiPath, isPublicPath } from './public-paths.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'no-cache';

/** The built editor: files under /assets carry a hash in their name and never change; every page is index.html. */
export function staticFiles(folder: string): Hono {
  const index = path.join(folder, 'index.html');
  const app = new Hono().use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', FOR_EVER);
  });
  if (existsSync(folder)) app.use('*', serveStatic({ root: folder, index: 'no folder has an index' }));
  return app.get('*', async (c, next) => {
    const { path: asked } = c.req;
    if (isApiPath(asked) || isPublicPath(asked) || path.posix.extname(asked) !== '') return await next();
    if (!existsSync(index)) return c.text('The editor is not built yet. Run: npx -y pnpm@12 start', 503);
    c.header('Cache-Control', ASK_EACH_TIME);
    return c.html(await readFile(index, 'utf8'));
  });
}
