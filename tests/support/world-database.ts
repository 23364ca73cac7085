import { loadConfig } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { HANDLERS } from '@tabiji/server/jobs/handlers.ts';
import { createLog } from '@tabiji/server/log.ts';
import type { JobData, JobName } from '@tabiji/server/queue/jobs.ts';
import type { Services } from '@tabiji/server/services.ts';
import pg from 'pg';
import { createTestDatabase } from './database.ts';

export type Query = <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;

/** A database of its own with the server's services on it; jobs run at once, and asking for one waits for its end. */
export async function createWorldDatabase(pool = 6) {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  owner.on('error', () => undefined); // tests cut connections on purpose
  stack.defer(() => owner.end());
  const query: Query = async (text, values = []) => (await owner.query(text, values)).rows as never;
  const config = loadConfig({ DATABASE_URL: database.url });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  const db = connect(database.url, pool, () => undefined);
  stack.defer(() => db.destroy());
  const services: Services = {
    db,
    config,
    log: createLog('silent'),
    ring: () => undefined,
    enqueue: <N extends JobName>(name: N, _key: string, data: JobData<N>) =>
      HANDLERS[name](services, data, new AbortController().signal),
  };
  const parts = stack.move();
  return {
    url: database.url,
    services,
    query,
    [Symbol.asyncDispose]: async () => {
      const leaks = await endLeaks(query);
      await parts.disposeAsync();
      if (leaks.length > 0) throw new Error(`the test left transactions open:\n  ${leaks.join('\n  ')}`);
    },
  };
}
export type WorldDatabase = Awaited<ReturnType<typeof createWorldDatabase>>;

/** Ends what a test has left running; answers with the statements it was at. */
async function endLeaks(query: Query): Promise<string[]> {
  const open = await query<{ pid: number; query: string }>(
    `select pid, query from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`,
  );
  for (const { pid } of open) await query('select pg_terminate_backend($1)', [pid]);
  return open.map((one) => one.query.replace(/\s+/g, ' ').slice(0, 200));
}
