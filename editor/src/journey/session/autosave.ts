import { DraftConflict, type PatchDraft, type PatchedDraft } from '@tabiji/shared/api/drafts.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { mergeGraphs } from '@tabiji/shared/journey/patches/merge-graphs.ts';
import type { Patch } from '@tabiji/shared/journey/patches/patch.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { ApiError } from '../../api/request.ts';
import type { DocState, DocStore } from '../doc/doc-store.ts';
import { isPassing, stateAfter, type Conflict, type Saved, type SaveState } from './save-state.ts';

export interface Autosave {
  store: StoreApi<Saved>;
  /** Saves what is not saved yet, now; resolves when the server has it, rejects when it refuses. */
  flush(options?: { leaving?: boolean }): Promise<void>;
  /** Takes in what the server has now: put together with what is not saved yet, or a conflict. */
  receive(draft: { rev: number; changed: boolean; graph: JourneyGraph }): void;
  /** Ends a conflict: the journey on the screen is what both sides agreed on, and is saved. */
  settleConflict(): Promise<void>;
  /** The server's draft was loaded, or its version published. */
  settle(saved: { rev: number; changed: boolean }, graph?: JourneyGraph): void;
  /** Begins to watch the document; answers how to stop. */
  watch(): () => void;
  /** What is not saved yet. */
  pending(): { rev: number; base: JourneyGraph; patches: Patch[]; labels: Words[] };
}

interface Options {
  doc: DocStore;
  rev: number;
  changed: boolean;
  /** The draft as the server has it; what the document has besides is not saved yet. */
  onServer?: JourneyGraph;
  labels?: Words[];
  /** `leaving`: the page may be gone before the answer comes. */
  save: (body: PatchDraft, options: { leaving: boolean }) => Promise<PatchedDraft>;
  /** Keeps what is not saved in this browser: `soon` with every change, `now` before a save, `base` when the server has it. */
  keep?: (how: 'soon' | 'now' | 'base') => Promise<void>;
}

const AFTER_MS = 800;
const AT_MOST_MS = 5000;
const RETRY_MS = 5000;
/** More than any list of changes shows. */
const LABELS = 100;

/**
 * Saves what changed in the draft 800 ms after the last change and at least every 5 s, first in this browser, then on
 * the server. A failed save is never shown as saved: it stays failed (or offline, tried again by itself) until one
 * succeeds.
 */
export function createAutosave({
  doc,
  rev,
  changed,
  onServer,
  labels = [],
  save,
  keep = async () => {},
}: Options): Autosave {
  const start: SaveState = { kind: 'saved', at: null };
  const store = createStore<Saved>(() => ({ state: start, rev, changed, isKept: true, merges: 0 }));
  let base = onServer ?? doc.store.getState().graph;
  let unsaved = labels;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let inFlight: Promise<void> | undefined;
  const isDirty = () => doc.store.getState().graph !== base;
  const say = (state: SaveState) => store.setState({ state });
  const keepHere = (how: 'soon' | 'now' | 'base') =>
    keep(how).then(
      () => store.setState({ isKept: true }),
      () => store.setState({ isKept: false }),
    );

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(() => undefined), ms); // the state says what went wrong
  };
  const run = async (leaving = false): Promise<void> => {
    clearTimeout(timer);
    if (inFlight && !leaving) await inFlight.catch(() => undefined);
    if (!isDirty() || store.getState().state.kind === 'conflict') return;
    inFlight = attempt(leaving);
    try {
      await inFlight;
    } finally {
      inFlight = undefined;
    }
    if (isDirty()) later(AFTER_MS);
  };
  const attempt = async (leaving: boolean) => {
    const { graph } = doc.store.getState();
    const patches = patchesBetween(base, graph);
    const said = unsaved;
    waitingSince = undefined;
    if (patches.length === 0) return became({ graph }, { at: Date.now() });
    say({ kind: 'saving' });
    const kept = keepHere('now');
    if (!leaving) await kept;
    try {
      const answer = await save({ base: store.getState().rev, patches, labels: said.slice(-LABELS) }, { leaving });
      unsaved = unsaved.slice(said.length);
      if (answer.graph) take(graph, { ...answer, graph: answer.graph });
      else became({ graph, rev: answer.rev, changed: answer.changed }, { at: Date.now() });
    } catch (error) {
      const theirs = error instanceof ApiError && error.code === 'conflict' && DraftConflict.safeParse(error.details);
      if (theirs && theirs.success) return take(base, { ...theirs.data, changed: true });
      say(stateAfter(error));
      if (error instanceof ApiError && isPassing(error)) later(RETRY_MS);
      throw error;
    }
  };
  /** The server has `graph`; the document may have gone on meanwhile. */
  const became = (now: { graph: JourneyGraph; rev?: number; changed?: boolean }, { at }: { at: number | null }) => {
    base = now.graph;
    const { rev: revBefore, changed: changedBefore, state: before } = store.getState();
    const last = before.kind === 'saved' ? before.at : null;
    const state: SaveState = isDirty() ? { kind: 'waiting' } : { kind: 'saved', at: at ?? last };
    store.setState({ state, rev: now.rev ?? revBefore, changed: now.changed ?? changedBefore });
    void keepHere('base');
  };
  /** The server has something else than what was made of `from`: puts it together with what is here. */
  const take = (
    from: JourneyGraph,
    theirs: { rev: number; changed: boolean; graph: JourneyGraph } & Partial<Pick<Conflict, 'person' | 'labels'>>,
  ) => {
    const { rev, graph, changed, person = null, labels: done = [] } = theirs;
    const merged = mergeGraphs(from, graph, doc.store.getState().graph);
    if (!merged.ok) {
      const conflict = { base: from, theirs: graph, rev, places: merged.places, person, labels: done };
      return say({ kind: 'conflict', conflict });
    }
    const foreign = patchesBetween(doc.store.getState().graph, merged.graph).length > 0;
    doc.rebase(merged.graph);
    const { graph: here } = doc.store.getState();
    const isAll = patchesBetween(graph, here).length === 0;
    if (foreign) store.setState(({ merges }) => ({ merges: merges + 1 }));
    became({ graph: isAll ? here : graph, rev, changed }, { at: isAll ? Date.now() : null });
    if (!isAll) later(0);
  };
  const onChange = (now: DocState, before: DocState) => {
    if (now.graph === before.graph || now.graph === base) return;
    if (now.last && now.last !== before.last) unsaved = [...unsaved, now.last.label].slice(-LABELS);
    void keepHere('soon');
    if (store.getState().state.kind === 'conflict') return;
    const at = performance.now();
    waitingSince ??= at;
    if (store.getState().state.kind === 'saved') say({ kind: 'waiting' });
    later(Math.max(0, Math.min(AFTER_MS, waitingSince + AT_MOST_MS - at)));
  };
  return {
    store,
    async flush({ leaving = false } = {}) {
      for (let times = 0; times < 5; times++) {
        await run(leaving);
        if (store.getState().state.kind === 'conflict')
          throw new ApiError('conflict', 'The draft was changed by somebody else: choose what stays.');
        if (leaving || !isDirty()) return;
      }
    },
    receive(draft) {
      const { rev: known, state } = store.getState();
      if (draft.rev > known && state.kind !== 'conflict' && !inFlight) take(base, draft);
    },
    settleConflict() {
      const { state } = store.getState();
      if (state.kind === 'conflict') {
        base = state.conflict.theirs;
        store.setState({ rev: state.conflict.rev, changed: true, state: { kind: 'waiting' } });
        void keepHere('base');
      }
      return run();
    },
    settle(saved, graph) {
      clearTimeout(timer);
      if (graph) {
        base = doc.store.getState().graph;
        unsaved = [];
      }
      store.setState({ ...saved, ...(graph && { state: { kind: 'saved', at: null } }) });
      void keepHere('base');
    },
    watch() {
      const unsubscribe = doc.store.subscribe(onChange);
      const back = () => store.getState().state.kind === 'offline' && later(0);
      globalThis.addEventListener?.('online', back);
      void keepHere('base');
      if (isDirty() && store.getState().state.kind === 'saved') {
        say({ kind: 'waiting' });
        later(0);
      }
      return () => {
        clearTimeout(timer);
        globalThis.removeEventListener?.('online', back);
        unsubscribe();
      };
    },
    pending: () => ({
      rev: store.getState().rev,
      base,
      patches: patchesBetween(base, doc.store.getState().graph),
      labels: unsaved,
    }),
  };
}
