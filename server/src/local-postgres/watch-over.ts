import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 2_000;

/**
 * Brings the server back when it has died, on the same port, so that everybody who reconnects finds it. Returns what
 * ends the watch and waits for a revival under way.
 */
export function watchOver(
  runs: () => Promise<number | undefined>,
  revive: () => Promise<unknown>,
  tell: (said: string) => void,
): () => Promise<void> {
  const stop = new AbortController();
  const watch = async () => {
    while (await pause(stop.signal)) {
      if ((await runs()) !== undefined) continue;
      tell('PostgreSQL has stopped; starting it again …');
      await revive().then(
        () => tell('PostgreSQL runs again.'),
        (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
      );
    }
  };
  const watching = watch();
  return async () => {
    stop.abort();
    await watching;
  };
}

/** True after the pause, false when it was broken off. */
const pause = (signal: AbortSignal): Promise<boolean> =>
  sleep(EVERY_MS, undefined, { signal, ref: false }).then(
    () => true,
    () => false,
  );
