import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Round } from '../due.ts';
import { countDue } from '../finish.sql.ts';

/** For scratch workspaces: mails are counted and archived, never written. */
export async function countMails(trx: Trx, here: Here, limit: number): Promise<Round> {
  const handed = await countDue(trx, here, limit);
  return { handed, more: handed === limit };
}
