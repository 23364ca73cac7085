import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openTask, type RunPage, type Task } from './run-page.ts';
import type { Sums } from './sums.ts';

/** Who runs the pages of a task; each may be asked again before it has answered. */
export interface Crew extends AsyncDisposable {
  readonly runners: readonly RunPage[];
}

/** So many people are run here sooner than a thread has started. */
const FEW = 100;
const MOST_THREADS = 4;

/** Threads that run a task beside the thread that answers requests; for a few people that one does it in between. */
export function openCrew(task: Task, people: number): Crew {
  if (people <= FEW) return { runners: [openTask(task)], [Symbol.asyncDispose]: () => Promise.resolve() };
  const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () => openThread(task));
  return {
    runners: threads.map(({ run }) => run),
    async [Symbol.asyncDispose]() {
      await Promise.all(threads.map(({ end }) => end()));
    },
  };
}

function openThread(task: Task): { run: RunPage; end: () => Promise<unknown> } {
  const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData: task });
  const waiting: PromiseWithResolvers<Sums[]>[] = [];
  let failure: unknown;
  worker.on('message', (sums: Sums[]) => waiting.shift()?.resolve(sums));
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return {
    run(page) {
      if (failure !== undefined) return Promise.reject(failure as Error);
      const answer = Promise.withResolvers<Sums[]>();
      waiting.push(answer);
      worker.postMessage(page, []);
      return answer.promise;
    },
    end: () => worker.terminate(),
  };
}
