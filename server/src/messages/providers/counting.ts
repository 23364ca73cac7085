import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { Round } from '../due.ts';
import { countDue } from '../finish.ts';

/** For scratch workspaces: mails are counted and archived, never written. */
export async function countMails(store: Store, here: Here, limit: number): Promise<Round> {
  const handed = await countDue(store, here, limit);
  return { handed, more: handed === limit };
}
