import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@tabiji/migrations';
import { startLocalPostgres } from '@tabiji/server/local-postgres.ts';

export interface CrashingPostgres extends AsyncDisposable {
  url: string;
  crashes: number;
  /** Kills the server (-9); it is started again and recovers by itself, as the embedded one does in production. */
  crash: () => Promise<void>;
}

/** A durable server with a folder of its own. */
export async function startCrashingPostgres(): Promise<CrashingPostgres> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-chaos-'));
  const server = await startLocalPostgres({
    folder,
    role: 'tests',
    settings: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', max_connections: '300' },
    onRestart: () => undefined,
  });
  await migrate(server.url);
  const state = { crashes: 0 };
  return Object.assign(state, {
    url: server.url,
    async crash() {
      const [pid] = (await readFile(path.join(folder, 'db/postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
      state.crashes++;
    },
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  });
}
