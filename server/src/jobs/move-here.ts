import { advance } from '../engine/advance.ts';
import type { Services } from '../services.ts';

export const LEFT_TO_A_NEWER_ONE =
  'enrollments stand at nodes of a type this version does not know; they are left to a newer worker';

/** Turns that one process takes at once. */
const AT_ONCE = 2;

/** Moves enrollments in this very process: for little work the way through the queue takes longer than the work. */
export interface Mover extends AsyncDisposable {
  /** Takes note that something is due in these shards. What is noted already, or is being done, costs nothing. */
  move: (workspaceId: number, shards: readonly number[]) => void;
}

/**
 * Opens the mover of a worker process. It takes turn about: one chunk of one workspace, then the next workspace, so that
 * a workspace with a million due does not keep another waiting. Other processes find the same rows by looking for
 * themselves; the rows' locks keep them apart, and losing a note costs a look.
 */
export function moveHere({ inStore, ring, log }: Services): Mover {
  /** In the order in which they take turns. Few rows of many shards are one turn; a backlog is cut shard by shard. */
  const waiting = new Map<string, { workspaceId: number; shards: readonly number[] }>();
  const note = (name: string, workspaceId: number, shards: readonly number[]) => {
    const known = waiting.get(name)?.shards ?? [];
    waiting.set(name, { workspaceId, shards: [...new Set([...known, ...shards])] });
  };
  let stopping = false;
  let failing = false; // said once, not at every turn
  const lanes = new Set<Promise<void>>();

  const takeTurn = async (workspaceId: number, shards: readonly number[]) => {
    const turn = await advance(inStore, workspaceId, shards);
    if (turn.asked > 0) ring(workspaceId);
    if (turn.left > 0) log.warn({ workspaceId, shards, enrollments: turn.left }, LEFT_TO_A_NEWER_ONE);
    if (turn.more) for (const shard of shards) note(`${workspaceId}.${shard}`, workspaceId, [shard]);
    if (failing) log.info('moving enrollments goes on');
    failing = false;
  };
  const lane = async () => {
    for (;;) {
      const [next] = waiting;
      if (!next || stopping) return;
      const [name, { workspaceId, shards }] = next;
      waiting.delete(name);
      try {
        await takeTurn(workspaceId, shards);
      } catch (error) {
        if (!failing) log.warn({ err: error }, 'moving enrollments failed; they are due as before');
        failing = true;
      }
    }
  };

  return {
    move(workspaceId, shards) {
      if (stopping || shards.length === 0) return;
      note(String(workspaceId), workspaceId, shards);
      if (lanes.size >= AT_ONCE) return;
      const running: Promise<void> = lane().finally(() => lanes.delete(running));
      lanes.add(running);
    },
    async [Symbol.asyncDispose]() {
      stopping = true;
      await Promise.all(lanes);
    },
  };
}
