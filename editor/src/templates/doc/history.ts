/** What undo goes back to, and redo forward to. */
export interface History<T> {
  past: readonly T[];
  future: readonly T[];
  /** What the last change was and when it happened, so that typing becomes one step. */
  last: { what: string; at: number } | null;
}

const MOST = 300;
const ONE_STEP_MS = 900;

export const nothingDone = { past: [], future: [], last: null } as const;

/** Keeps `before` as a step, unless the same is still being done. `at` in milliseconds. */
export function keepStep<T>(history: History<T>, before: T, what: string, at: number): History<T> {
  const { last, past } = history;
  const goesOn = last !== null && last.what === what && at - last.at < ONE_STEP_MS && history.future.length === 0;
  return { past: goesOn ? past : [...past.slice(1 - MOST), before], future: [], last: { what, at } };
}

/** One step back; undefined where there is none. */
export function stepBack<T>(history: History<T>, now: T): { to: T; history: History<T> } | undefined {
  const to = history.past.at(-1);
  if (to === undefined) return undefined;
  return { to, history: { past: history.past.slice(0, -1), future: [...history.future, now], last: null } };
}

/** One step forward again; undefined where there is none. */
export function stepForward<T>(history: History<T>, now: T): { to: T; history: History<T> } | undefined {
  const to = history.future.at(-1);
  if (to === undefined) return undefined;
  return { to, history: { past: [...history.past, now], future: history.future.slice(0, -1), last: null } };
}
