import { fork } from 'node:child_process';
import path from 'node:path';
import type { Done, Job } from './jobs.ts';

const PROCESS = path.join(import.meta.dirname, 'seeds-process.ts');

/** Does jobs in so many processes, each taking the next one when it has done one. Answers in the order of the jobs. */
export async function inProcesses(jobs: readonly Job[], count: number, hear: (done: Done) => void = () => undefined) {
  const results: Done[] = [];
  let next = 0;
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const child = fork(PROCESS, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      let at = -1;
      child.on('message', (message: Done | 'ready') => {
        if (message !== 'ready') {
          results[at] = message;
          hear(message);
        }
        at = next++;
        const job = jobs[at];
        if (job) child.send(job);
        else {
          child.disconnect();
          resolve();
        }
      });
      child.on('exit', (code) => {
        if (code) reject(new Error(`a process of the simulation ended with ${code}`));
      });
    });
  await Promise.all(Array.from({ length: count }, one));
  return results;
}
