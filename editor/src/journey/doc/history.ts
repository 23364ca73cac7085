import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Change } from './apply.ts';

/** Consecutive changes of one value within this time are one step. */
export const JOIN_WITHIN_MS = 800;

/** One step of the history: the change, when it was made, and what was selected before. */
export interface Step extends Change {
  at: number;
  selected: string | null;
}

/** Steps that can be taken back (last = newest) and steps that can be made again (last = next). */
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** Adds a change; what had been undone can no longer be redone. `at` in milliseconds. */
export function remember({ past }: History, change: Change, at: number, selected: string | null): History {
  const last = past.at(-1);
  if (last && change.key !== undefined && last.key === change.key && at - last.at <= JOIN_WITHIN_MS)
    return { past: [...past.slice(0, -1), { ...last, after: change.after, at }], future: [] };
  return { past: [...past, { ...change, at, selected }], future: [] };
}

/** Ends the present step, so that the next change begins a new one (a field was left). */
export function sealed({ past, future }: History): History {
  const last = past.at(-1);
  if (last?.key === undefined) return { past, future };
  return { past: [...past.slice(0, -1), { ...last, key: undefined }], future };
}

/** Where undoing or redoing leads, and the step that is crossed; undefined at the end of the history. */
export interface Moved {
  graph: JourneyGraph;
  history: History;
  step: Step;
}

export function undo({ past, future }: History): Moved | undefined {
  const step = past.at(-1);
  if (!step) return undefined;
  return {
    graph: step.before,
    step,
    history: { past: past.slice(0, -1), future: [...future, { ...step, key: undefined }] },
  };
}

export function redo({ past, future }: History): Moved | undefined {
  const step = future.at(-1);
  if (!step) return undefined;
  return { graph: step.after, step, history: { past: [...past, step], future: future.slice(0, -1) } };
}
