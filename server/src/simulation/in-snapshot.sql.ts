import { sql } from 'kysely';
import type { Db, Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';

/** One transaction that only reads: the database itself refuses to write for whoever simulates. */
export const inSnapshot = <T>(db: Db, workspaceId: number, work: (trx: Trx, here: Here) => Promise<T>): Promise<T> =>
  inWorkspace(db, workspaceId, async (trx, here) => {
    await sql`set transaction read only`.execute(trx);
    return work(trx, here);
  });
