import { PgBoss } from 'pg-boss';
import type { Log } from '../log.ts';
import { JOB_NAMES, JOBS, type JobData, type JobName } from './jobs.ts';

/** Puts work into the queue, and takes it out. */
export interface Queue {
  /** `key` names what at most one waiting job is for. */
  enqueue: <N extends JobName>(name: N, key: string, data: JobData<N>) => Promise<void>;
  work: <N extends JobName>(
    name: N,
    atOnce: number,
    handle: (data: JobData<N>, signal: AbortSignal) => Promise<void>,
  ) => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/** Starts pg-boss on a migrated database, with the application's rights. */
export async function startQueue(databaseUrl: string, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options: '-c role=tabiji_app',
    application_name: 'tabiji-queue',
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on(
    'error',
    seldom((error) => log.warn({ err: error }, 'the queue met an error; it tries again')),
  );
  await boss.start();
  for (const name of JOB_NAMES) {
    const { retries, seconds } = JOBS[name];
    await boss.createQueue(name, {
      policy: 'short',
      notify: true,
      retryLimit: retries,
      retryDelay: 2,
      retryBackoff: true,
      expireInSeconds: seconds,
      deleteAfterSeconds: 600,
    });
    const job = JOBS[name];
    if ('cron' in job) await boss.schedule(name, job.cron, {}, { singletonKey: 'all' });
  }
  const stopping = new AbortController();
  return {
    async enqueue(name, key, data) {
      await boss.send(name, data, { singletonKey: key });
    },
    async work(name, atOnce, handle) {
      const options = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };
      for (let index = 0; index < atOnce; index += 1) {
        let id = '';
        id = await boss.work(name, options, async ([job]) => {
          if (!job) return;
          // What was put into the line meanwhile woke nobody who was busy; without this it would wait for the next poll.
          boss.notifyWorker(id);
          await handle(
            JOBS[name].data.parse(job.data) as JobData<typeof name>,
            AbortSignal.any([job.signal, stopping.signal]),
          );
        });
      }
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 20_000, close: true });
    },
  };
}

const SELDOM_MS = 30_000;

/** While the database is away pg-boss reports an error several times a second; people need to read it once. */
function seldom(tell: (error: Error) => void): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - last < SELDOM_MS) return;
    last = performance.now();
    tell(error);
  };
}
