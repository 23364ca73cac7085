import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import type { Change } from './apply.ts';

/** Consecutive changes of one value within this time are one step. */
export const JOIN_WITHIN_MS = 800;

/** One step of the history: the change, when it was made, and what was selected before. */
export interface Step extends Change {
  at: number;
  selected: string | null;
  /** The next change begins a new step, whatever it changes. */
  sealed?: boolean;
}

/** Steps that can be taken back (last = newest) and steps that can be made again (last = next). */
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/**
 * What a field is doing while it changes. `composing`: an input method is at work, all it writes is one step, however
 * long it takes. `undoing`: the browser takes back what was typed.
 */
export type Typing = 'plain' | 'composing' | 'undoing';

interface Moment {
  /** In milliseconds. */
  at: number;
  selected: string | null;
  typing?: Typing;
}

/** Adds a change; what had been undone can no longer be redone. */
export function remember(history: History, change: Change, { at, selected, typing = 'plain' }: Moment): History {
  const back = typing === 'undoing' ? wentBack(history, change) : undefined;
  if (back) return back;
  const { past } = history;
  const last = past.at(-1);
  const joins = last && !last.sealed && change.key !== undefined && last.key === change.key;
  if (joins && (typing === 'composing' || at - last.at <= JOIN_WITHIN_MS))
    return { past: [...past.slice(0, -1), { ...last, after: change.after, at }], future: [] };
  return { past: [...past, { ...change, at, selected }], future: [] };
}

/**
 * A field that the browser's own undo has brought back to what it was has taken its steps back: otherwise undoing on
 * from there would first bring back what was just undone.
 */
function wentBack({ past }: History, { key, after }: Change): History | undefined {
  if (key === undefined) return undefined;
  for (let i = past.length - 1; past[i]?.key === key; i--) {
    const step = past[i];
    if (!step || patchesBetween(step.before, after).length > 0) continue;
    const again: Step = { ...step, after: past.at(-1)?.after ?? step.after, sealed: true };
    return { past: past.slice(0, i), future: [again] };
  }
  return undefined;
}

/** Ends the present step, so that the next change begins a new one (a field was left). */
export function sealed({ past, future }: History): History {
  const last = past.at(-1);
  if (!last || last.sealed) return { past, future };
  return { past: [...past.slice(0, -1), { ...last, sealed: true }], future };
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
    history: { past: past.slice(0, -1), future: [...future, { ...step, sealed: true }] },
  };
}

export function redo({ past, future }: History): Moved | undefined {
  const step = future.at(-1);
  if (!step) return undefined;
  return { graph: step.after, step, history: { past: [...past, step], future: future.slice(0, -1) } };
}
