import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import { advance } from './advance.ts';
import { fireTimers } from './fire-timers.ts';
import { ALL_SHARDS } from './shards.ts';
import type { InWorkspace, Store } from './store.ts';

/** Hands over what the outbox holds of one workspace; `more` asks to be called again. */
export type Send = (workspaceId: number) => Promise<{ handed: number; more: boolean }>;

/**
 * Does everything that is due at the workspace's present instant: timers, positions, the letters these ask for, and
 * what follows from them at the same instant, and letters that were held until then. Others that were waiting before are their own worker's business.
 */
export async function settle(inStore: InWorkspace, workspaceId: number, send: Send): Promise<void> {
  for (let more = true; more;) more = (await fireTimers(inStore, workspaceId)).more;
  let waiting = await inStore(workspaceId, heldAreDue);
  for (let resumed = true; resumed;) {
    let asked = 0;
    for (let more = true; more;) {
      const turn = await advance(inStore, workspaceId, ALL_SHARDS);
      asked += turn.asked;
      more = turn.more;
    }
    resumed = (asked > 0 || waiting) && (await sendAll(workspaceId, send));
    waiting = false;
  }
}

async function heldAreDue({ letters }: Store, { now }: Here): Promise<boolean> {
  const at = await letters.nextHeldAt();
  return at !== null && at <= now;
}

/** Hands over everything that can be handed over now; whether anything was. */
export async function sendAll(workspaceId: number, send: Send): Promise<boolean> {
  let handed = 0;
  for (let more = true; more;) {
    const batch = await send(workspaceId);
    handed += batch.handed;
    more = batch.more;
  }
  return handed > 0;
}

/** The next instant at which time alone makes something happen; null when nothing is planned. */
export const nextInstant = (inStore: InWorkspace, workspaceId: number): Promise<Millis | null> =>
  inStore(workspaceId, async ({ positions, timers, letters }) => {
    const planned = [await positions.nextDueAt(), await timers.nextAt(), await letters.nextHeldAt()].filter(
      (at) => at !== null,
    );
    return planned.length === 0 ? null : Math.min(...planned);
  });
