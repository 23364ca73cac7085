import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { freePort, ServerProcess } from '../support/server-process.ts';

/** Starts worker processes on one database as an operator does; their folder goes with them. */
export async function openCrew(settings: Record<string, string>) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-workers-'));
  const started: ServerProcess[] = [];
  return {
    async start(role: 'worker' | 'api' | 'all' = 'worker'): Promise<ServerProcess> {
      const worker = new ServerProcess({
        PORT: String(await freePort()),
        TABIJI_ROLE: role,
        TABIJI_DATA: folder,
        TABIJI_DEMO: 'off',
        TABIJI_LOG: 'warn',
        ...settings,
      });
      started.push(worker);
      await worker.ready();
      return worker;
    },
    async [Symbol.asyncDispose]() {
      for (const worker of started) worker.kill('SIGKILL');
      await Promise.all(started.map(({ exited }) => exited));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
