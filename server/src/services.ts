import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { Db } from './db/database.ts';

/** What routes, jobs and commands work with; made once by app.ts. */
export interface Services {
  db: Db;
  config: Config;
  log: Logger;
  /** Says after a commit that this workspace may have something due. Losing it costs delay, never a position. */
  ring(workspaceId: number): void;
  /** Has an uploaded file taken in by whoever works next; without it this process does so itself. */
  startImport?(workspaceId: number, importId: number): Promise<void>;
}
