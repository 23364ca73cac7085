import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { openTask, type Page, type Task } from './run-page.ts';

/** A thread that runs pages of one task, one after the other, and answers with their sums. */
const port = parentPort!;
const run = openTask(workerData as Task);
for await (const [page] of on(port, 'message') as AsyncIterable<[Page]>) port.postMessage(await run(page));
