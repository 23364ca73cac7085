import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The part of Vite that is used here; Vite itself belongs to the editor's dependencies. */
interface Vite {
  createServer: (options: object) => Promise<{
    listen: () => Promise<unknown>;
    close: () => Promise<void>;
    resolvedUrls: { local: string[] } | null;
  }>;
}

const editor = path.resolve(import.meta.dirname, '../../../editor');

/** Vite's development server on the editor's sources: what is saved shows at once; the API is passed through. */
export async function serveEditorSources(api: string): Promise<{ url: string; close: () => Promise<void> }> {
  const vite = (await import(pathToFileURL(path.join(editor, 'node_modules/vite/dist/node/index.js')).href)) as Vite;
  const toApi = Object.fromEntries(
    ['/api', '/v1', '/t/', '/u/', '/hooks/', '/healthz', '/readyz', '/enter'].map((prefix) => [prefix, api]),
  );
  const server = await vite.createServer({
    root: editor,
    configFile: path.join(editor, 'vite.config.ts'),
    logLevel: 'warn',
    server: { host: '127.0.0.1', proxy: toApi },
  });
  await server.listen();
  return { url: server.resolvedUrls?.local[0] ?? api, close: () => server.close() };
}
