import { setTimeout as sleep } from 'node:timers/promises';

const TICK_MS = 50;

/** Does something `perSecond` times a second for some seconds, spread over the time; `work` gets the numbers of a tick. */
export async function trickle(
  perSecond: number,
  seconds: number,
  work: (numbers: readonly number[]) => Promise<void>,
): Promise<void> {
  const total = perSecond * seconds;
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let done = 0; done < total;) {
    const wanted = Math.min(total, Math.ceil(((performance.now() - started) / 1000) * perSecond));
    if (wanted > done) under.push(work(Array.from({ length: wanted - done }, (_, i) => done + i)));
    done = Math.max(done, wanted);
    await sleep(TICK_MS);
  }
  await Promise.all(under);
}
