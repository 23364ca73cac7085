import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createApp } from '@tabiji/server/app.ts';
import { loadConfig, type LogLevel } from '@tabiji/server/config.ts';
import { createLog } from '@tabiji/server/log.ts';
import pg from 'pg';
import { builtEditor } from './built-editor.ts';
import { createTestDatabase } from './database.ts';
import { freePort } from './server-process.ts';

/**
 * The whole product on a database of its own: editor built (unless it is not looked at), HTTP on a free port, queue and
 * workers running, one empty sandbox workspace in Asia/Tokyo. `await using app = await startRunningApp()`
 */
export async function startRunningApp({
  editor = true,
  log = 'warn' as LogLevel,
  environment = {} as Record<string, string>,
} = {}) {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  await insertWorkspace(database.url);
  const data = await mkdtemp(path.join(os.tmpdir(), 'tabiji-app-'));
  stack.defer(() => rm(data, { recursive: true, force: true }));
  const config = loadConfig({
    ...environment,
    DATABASE_URL: database.url,
    PORT: String(await freePort()),
    TABIJI_DATA: data,
    TABIJI_DEMO: 'off',
  });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  if (editor) await builtEditor();
  const app = stack.use(await createApp(config, { databaseUrl: database.url, log: createLog(log) }));
  const { url } = await app.listen();
  const parts = stack.move();
  return { url, databaseUrl: database.url, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
export type RunningApp = Awaited<ReturnType<typeof startRunningApp>>;

async function insertWorkspace(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `insert into workspace (name, kind, time_zone, sender_name, sender_address, created_at)
       values ('花と暦', 'sandbox', 'Asia/Tokyo', '花と暦', 'hello@tabiji.example', now())`,
    );
  } finally {
    await client.end();
  }
}
