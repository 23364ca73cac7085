import { processClock } from './clock.ts';
import type { Db } from './db/database.ts';
import { pgStores } from './engine/pg-store.ts';
import { hearReplies } from './feedback/hear-replies.ts';
import type { Log } from './log.ts';
import { providers } from './messages/providers/registry.ts';
import type { SendPorts } from './messages/send-ports.ts';
import type { JobData, JobName } from './queue/jobs.ts';

/** What routes, jobs and commands work with; made once by app.ts. */
export interface Services extends SendPorts {
  db: Db;
  log: Log;
  /** Asks for background work after a commit; `key` names what at most one waiting job is for. */
  enqueue: <N extends JobName>(name: N, key: string, data: JobData<N>) => Promise<void>;
}

/** Services over a PostgreSQL database, with the real clock and the real providers. */
export const openServices = (parts: Pick<Services, 'db' | 'config' | 'log' | 'ring' | 'enqueue'>): Services => ({
  ...parts,
  inStore: pgStores(parts.db),
  clock: processClock,
  random: Math.random,
  providers,
  hearReplies: async (workspaceId) => {
    if ((await hearReplies(parts.db, workspaceId)) > 0) parts.ring(workspaceId);
  },
});
