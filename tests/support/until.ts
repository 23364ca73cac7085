import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds, looking every few milliseconds. @throws Error saying what did not come about */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 20): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`${what} did not come about within ${seconds} s`);
    await pause(20);
  }
}

/** Does something again and again until `signal` says to stop; the first error ends it. */
export async function repeat(signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await work();
    await pause(1);
  }
}
