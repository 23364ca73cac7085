import { Worker } from 'node:worker_threads';
import type { Answer, Ask } from './messages.ts';

/** How long one template may take, and how much room it may take; a usual one takes 50 ms. */
const BUDGET_MS = 2000;
const MEGABYTES = 256;
/** Reading the compiler is not the template's doing. */
const START_MS = 30_000;
const IDLE_MS = 120_000;

/** Says that a template took more time or room than any mail needs. */
export class OverBudget extends Error {
  override name = 'OverBudget';
}

interface Running {
  worker: Worker;
  ready: Promise<void>;
}

let running: Running | undefined;
let last: Promise<unknown> = Promise.resolve();
let idle: NodeJS.Timeout | undefined;

/**
 * Lets the thread that compiles templates do something, one after the other: what is hostile costs that thread, not
 * the process that serves and sends.
 * @throws OverBudget after two seconds (`milliseconds`) or 256 MB
 */
export function inThread(ask: Ask, milliseconds = BUDGET_MS): Promise<Answer> {
  const answer = last.then(() => run(ask, milliseconds));
  last = answer.catch(() => undefined);
  return answer;
}

async function run(ask: Ask, milliseconds: number): Promise<Answer> {
  clearTimeout(idle);
  const { worker, ready } = (running ??= start());
  worker.ref();
  try {
    await within(worker, START_MS, ready);
    const answer = Promise.withResolvers<Answer>();
    worker.once('message', answer.resolve);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    worker.postMessage(ask);
    return await within(worker, milliseconds, answer.promise);
  } finally {
    worker.unref();
    idle = setTimeout(() => void stop(worker), IDLE_MS).unref();
  }
}

/** The promise, or the end of the thread: by itself, or by us when its time is over. */
async function within<T>(worker: Worker, milliseconds: number, promise: Promise<T>): Promise<T> {
  const end = Promise.withResolvers<never>();
  const over = () => end.reject(new OverBudget('the template takes too much time or room'));
  const timer = setTimeout(over, milliseconds);
  worker.once('exit', over);
  worker.once('error', over);
  try {
    return await Promise.race([promise, end.promise]);
  } catch (error) {
    if (error instanceof OverBudget) await stop(worker);
    throw error;
  } finally {
    clearTimeout(timer);
    worker.off('exit', over);
    worker.off('error', over);
  }
}

function start(): Running {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, stackSizeMb: 4 },
  });
  worker.on('error', () => undefined); // told to whoever waits
  const ready = Promise.withResolvers<void>();
  worker.once('message', () => ready.resolve());
  return { worker, ready: ready.promise };
}

async function stop(worker: Worker): Promise<void> {
  if (running?.worker === worker) running = undefined;
  await worker.terminate();
}
