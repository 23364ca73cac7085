import { work, type Job } from './jobs.ts';

Error.stackTraceLimit = 0; // errors are thrown by the thousand, and nobody reads where

async function answer(job: Job): Promise<void> {
  try {
    process.send?.(await work(job));
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

process.on('message', (job: Job) => void answer(job));
process.send?.('ready');
