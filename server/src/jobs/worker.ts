import type { Queue } from '../queue/boss.ts';
import { JOB_NAMES, type JobData, type JobName } from '../queue/jobs.ts';
import type { Services } from '../services.ts';
import { HANDLERS } from './handlers.ts';

/** How many jobs of a kind one process runs at once. */
const AT_ONCE: Partial<Record<JobName, number>> = { advance: 2, send: 3 };

/** Where one workspace may have work for hours: each job has its turn, then it goes to the end of the line. */
const IN_TURNS: ReadonlySet<JobName> = new Set(['advance', 'send', 'effects', 'timers']);
const TURN_MS = 200;

/** Begins to work on every kind of job. */
export async function startWorker(queue: Queue, services: Services): Promise<void> {
  for (const name of JOB_NAMES) await work(queue, services, name);
}

const work = <N extends JobName>(queue: Queue, services: Services, name: N): Promise<void> =>
  queue.work(name, AT_ONCE[name] ?? 1, (data, signal) =>
    IN_TURNS.has(name)
      ? takeTurn(services, name, data, signal)
      : HANDLERS[name](services, data, signal).then(() => undefined),
  );

/** What is stopped for good is not asked for again: another process sees by itself that something is due. */
async function takeTurn<N extends JobName>(
  services: Services,
  name: N,
  data: JobData<N>,
  signal: AbortSignal,
): Promise<void> {
  const turn = AbortSignal.any([signal, services.clock.deadline(TURN_MS)]);
  const left = await HANDLERS[name](services, data, turn);
  if (left?.more && !signal.aborted) await services.enqueue(name, keyOf(data), data);
}

/** As the doorbell names them. */
const keyOf = (data: object): string =>
  'shard' in data && 'workspaceId' in data
    ? `${String(data.workspaceId)}.${String(data.shard)}`
    : String((data as { workspaceId: number }).workspaceId);
