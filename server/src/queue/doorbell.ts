import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { lookForDue } from '../engine/look.sql.ts';
import type { Log } from '../log.ts';
import type { Queue } from './boss.ts';

/** Rings of one moment become one look. */
const DEBOUNCE_MS = 15;
/** How long something may be due before the backstop sees it, should every ring be lost. */
const BACKSTOP_MS = 250;

export interface Doorbell {
  ring: (workspaceId: number) => void;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Turns "something may be due" into jobs, and looks by itself as a backstop and for what time makes due.
 * @param options.move does what is due of enrollments in this process; without it (no worker here) that is a job as well
 * @param options.looks false: only when it is rung; others look
 */
export function hangDoorbell(
  db: Db,
  queue: Pick<Queue, 'enqueue'>,
  listWorkspaces: () => Promise<number[]>,
  log: Log,
  { move, looks = true }: { move?: (workspaceId: number, shards: readonly number[]) => void; looks?: boolean } = {},
): Doorbell {
  const rung = new Set<number>();
  const alarms = new Map<number, NodeJS.Timeout>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;

  const look = async (workspaceId: number) => {
    const due = await inWorkspace(db, workspaceId, lookForDue);
    if (move) move(workspaceId, due.shards);
    else
      for (const shard of due.shards) await queue.enqueue('advance', `${workspaceId}.${shard}`, { workspaceId, shard });
    if (due.timers) await queue.enqueue('timers', String(workspaceId), { workspaceId });
    if (due.work) await queue.enqueue('effects', String(workspaceId), { workspaceId });
    lookAgain(workspaceId, due.next_in);
    if (due.letters) await queue.enqueue('send', String(workspaceId), { workspaceId });
  };
  /** Looks again when the next is due, so that nobody waits for the backstop. */
  const lookAgain = (workspaceId: number, nextIn: number | null) => {
    if (!looks || nextIn === null || nextIn > BACKSTOP_MS || stopped || alarms.has(workspaceId)) return;
    const alarm = setTimeout(
      () => {
        alarms.delete(workspaceId);
        inTurn(() => lookAll([workspaceId]));
      },
      Math.max(DEBOUNCE_MS, Math.ceil(nextIn)),
    );
    alarms.set(workspaceId, alarm);
  };
  const lookAll = async (workspaces: Iterable<number>) => {
    for (const id of workspaces) if (!stopped) await look(id);
  };
  let failing = false; // said once, not four times a second
  const inTurn = (work: () => Promise<void>) => {
    looking = looking.then(work).then(
      () => {
        if (failing) log.info('looking for due work goes on');
        failing = false;
      },
      (error: unknown) => {
        if (!failing) log.warn({ err: error }, 'looking for due work failed; it is tried again');
        failing = true;
      },
    );
  };
  const backstop = looks
    ? setInterval(() => inTurn(async () => lookAll(await listWorkspaces())), BACKSTOP_MS)
    : undefined;

  return {
    ring(workspaceId) {
      rung.add(workspaceId);
      timer ??= setTimeout(() => {
        timer = undefined;
        const now = [...rung];
        rung.clear();
        inTurn(() => lookAll(now));
      }, DEBOUNCE_MS);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(backstop);
      for (const alarm of alarms.values()) clearTimeout(alarm);
      clearTimeout(timer);
      await looking;
    },
  };
}
