import type { Config } from './config.ts';
import type { Db } from './db/database.ts';
import type { Log } from './log.ts';
import type { JobData, JobName } from './queue/jobs.ts';

/** What routes, jobs and commands work with; made once by app.ts. */
export interface Services {
  db: Db;
  config: Config;
  log: Log;
  /** Says after a commit that this workspace may have something due. Losing it costs delay, never a position. */
  ring: (workspaceId: number) => void;
  /** Asks for background work after a commit; `key` names what at most one waiting job is for. */
  enqueue: <N extends JobName>(name: N, key: string, data: JobData<N>) => Promise<void>;
}
