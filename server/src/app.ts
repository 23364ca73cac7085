import { Hono } from 'hono';
import path from 'node:path';
import pg from 'pg';
import type { Config } from './config.ts';
import { createHttp } from './http/create-http.ts';
import { listen } from './http/listen.ts';
import type { Log } from './log.ts';

/** What goes on behind a page that already answers. */
export interface Progress {
  what: string;
  done: number;
  total: number;
}

export interface AppOptions {
  databaseUrl: string;
  log: Log;
  onProgress?: (progress: Progress) => void;
}

export interface App {
  /** Begins to answer; `url` is what to open. */
  listen: () => Promise<{ url: string }>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/** The only place where the parts are put together. Expects a migrated database. */
export async function createApp(config: Config, options: AppOptions): Promise<App> {
  const { log } = options;
  await using stack = new AsyncDisposableStack();
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: config.databasePool });
  stack.defer(() => pool.end());
  pool.on('error', (error) => log.warn({ err: error }, 'an idle connection to the database was lost'));

  const http = createHttp({
    token: config.token,
    url: config.url,
    log,
    ready: async () => void (await pool.query('select 1')),
    editor: path.resolve(import.meta.dirname, '../../editor/dist'),
    routes: new Hono(),
  });
  const parts = stack.move();
  return {
    async listen() {
      const listening = await listen(http, config);
      parts.defer(listening.close);
      return { url: config.url };
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
