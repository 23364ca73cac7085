import { randomBytes } from 'node:crypto';
import { loadConfig } from '@tabiji/server/config.ts';
import { asApplication, connect } from '@tabiji/server/db/connect.ts';
import { HANDLERS } from '@tabiji/server/jobs/handlers.ts';
import { createLog } from '@tabiji/server/log.ts';
import type { JobData, JobName } from '@tabiji/server/queue/jobs.ts';
import { openServices, type Services } from '@tabiji/server/services.ts';
import pg from 'pg';
import { createTestDatabase } from './database.ts';

export type Query = <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;

/** A database of its own with the server's services on it; jobs run at once, and asking for one waits for its end. */
export async function createWorldDatabase(pool = 6, environment: Record<string, string> = {}) {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const config = loadConfig({
    TABIJI_KEY: randomBytes(32).toString('base64'), // so that no test writes one into the folder of data
    ...environment,
    DATABASE_URL: database.url,
  });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  const db = connect(database.url, pool, () => undefined); // tests cut connections on purpose
  stack.defer(() => db.destroy());
  const services: Services = openServices({
    db,
    config,
    log: createLog('silent'),
    ring: () => undefined,
    enqueue: <N extends JobName>(name: N, _key: string, data: JobData<N>) =>
      HANDLERS[name](services, data, new AbortController().signal).then(() => undefined),
  });
  const owner = new pg.Pool({ ...asApplication(database.url), options: '-c timezone=UTC', max: 1 });
  owner.on('error', () => undefined);
  stack.defer(() => owner.end());
  /** As the owner, who sees all workspaces. */
  const query: Query = async (text, values = []) => (await owner.query(text, values)).rows as never;
  const parts = stack.move();
  return { url: database.url, services, query, [Symbol.asyncDispose]: () => parts.disposeAsync() };
}
export type WorldDatabase = Awaited<ReturnType<typeof createWorldDatabase>>;

/** Looks at one workspace with plain SQL: row level security leaves all others out. */
export async function openWorkspace(url: string, workspaceId: number) {
  const settings = asApplication(url);
  const client = new pg.Client({ ...settings, options: `${settings.options} -c tabiji.workspace=${workspaceId}` });
  client.on('error', () => undefined); // tests cut connections on purpose
  await client.connect();
  const query: Query = async (text, values = []) => (await client.query(text, values)).rows as never;
  return { query, [Symbol.asyncDispose]: () => client.end() };
}

/** Works as the owner of the database, who may look at other connections and end them. */
export async function asOwner<T>(url: string, work: (query: Query) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (text, values = []) => (await client.query(text, values)).rows as never);
  } finally {
    await client.end();
  }
}

/** Ends what a test has left running in its database. @throws Error naming the statements it was at */
export const endLeaks = (url: string): Promise<void> =>
  asOwner(url, async (query) => {
    const open = await query<{ pid: number; query: string }>(
      `select pid, query from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'
          and backend_type = 'client backend'`,
    );
    for (const { pid } of open) await query('select pg_terminate_backend($1)', [pid]);
    if (open.length === 0) return;
    const statements = open.map((one) => one.query.replace(/\s+/g, ' ').slice(0, 200));
    throw new Error(`the test left transactions open:\n  ${statements.join('\n  ')}`);
  });

/** Cuts one random connection that is in the middle of something; false when none is. */
export const cutSomebody = (query: Query): Promise<boolean> =>
  query<{ done: boolean }>(
    `select pg_terminate_backend(pid) as done from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name = 'tabiji' and state <> 'idle'
      order by random() limit 1`,
  ).then((rows) => rows.length > 0);
