import type { Queue } from '../queue/boss.ts';
import { JOB_NAMES, type JobName } from '../queue/jobs.ts';
import type { Services } from '../services.ts';
import { HANDLERS } from './handlers.ts';

/** How many jobs of a kind one process runs at once. */
const AT_ONCE: Partial<Record<JobName, number>> = { advance: 2, send: 2 };

/** Begins to work on every kind of job. */
export async function startWorker(queue: Queue, services: Services): Promise<void> {
  for (const name of JOB_NAMES) await work(queue, services, name);
}

const work = <N extends JobName>(queue: Queue, services: Services, name: N): Promise<void> =>
  queue.work(name, AT_ONCE[name] ?? 1, (data, signal) => HANDLERS[name](services, data, signal));
