/** After a change at rest for this long it is written; a crash loses no more. */
const SOON_MS = 150;

/**
 * Writes what has to be kept: at once, or `soon`, several changes together. Resolves when it is written.
 * @param write keeps the present state; `isNewBase`: together with what the server has
 */
export function createKeeper(write: (isNewBase: boolean) => Promise<void>) {
  let waiting: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let done: (() => void) | undefined;
  const now = async (isNewBase: boolean) => {
    clearTimeout(timer);
    const told = done;
    [waiting, done] = [undefined, undefined];
    try {
      await write(isNewBase);
    } finally {
      told?.();
    }
  };
  return (how: 'soon' | 'now' | 'base'): Promise<void> => {
    if (how !== 'soon') return now(how === 'base');
    waiting ??= new Promise<void>((resolve, reject) => {
      done = resolve;
      timer = setTimeout(() => void now(false).catch(reject), SOON_MS);
    });
    return waiting;
  };
}
