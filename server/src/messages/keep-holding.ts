import type { Clock } from '../clock.ts';

/** A third of what a claim holds. */
const BEAT_MS = 1000;

/**
 * Renews a claim every second while its mails are under way, so that it can be short: the mails of a dead sender are
 * taken over within seconds, those of a slow one are not.
 */
export function keepHolding(clock: Clock, renew: () => Promise<boolean>): { stop: () => Promise<void> } {
  let stopped = false;
  let failed: unknown;
  let renewing: Promise<unknown> = Promise.resolve();
  const wait = (): void =>
    clock.deadline(BEAT_MS).addEventListener('abort', () => {
      if (stopped) return;
      renewing = renew().then(
        (held) => (held ? wait() : undefined),
        (error: unknown) => void (failed = error),
      );
    });
  wait();
  return {
    /** @throws what renewing met */
    async stop() {
      stopped = true;
      await renewing;
      if (failed !== undefined) throw failed;
    },
  };
}
