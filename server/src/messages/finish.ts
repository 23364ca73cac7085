import type { Here } from '../db/in-workspace.ts';
import { planSent } from '../engine/plan-sent.ts';
import type { Store } from '../engine/store.ts';
import type { Finished } from './due.ts';
import type { Gone } from './finish.sql.ts';

/**
 * Records what became of mails and lets their enrollments go on from now: a mail's node is left when the mail is handed
 * over. Results of a claim that was taken over meanwhile change nothing.
 * @returns how many were recorded
 */
export async function finish(store: Store, here: Here, results: readonly Finished[]): Promise<number> {
  if (results.length === 0) return 0;
  return goOn(store, here, await store.sending.archive(results));
}

/** Hands over up to `limit` mails of a scratch workspace by counting them: nothing is rendered, nobody needs an address. */
export const countDue = async (store: Store, here: Here, limit: number): Promise<number> =>
  goOn(store, here, await store.sending.archiveUnwritten(limit));

/** By the only port a mail has. Who has left meanwhile stays where they are. */
async function goOn(store: Store, here: Here, gone: readonly Gone[]): Promise<number> {
  await store.positions.resume(
    gone.map(({ enrollmentId, visit }) => ({ enrollmentId, visit, port: 'next', at: here.now })),
  );
  await planSent(
    store,
    here,
    gone.filter(({ sent }) => sent),
  );
  return gone.length;
}
