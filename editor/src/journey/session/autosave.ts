import type { SavedDraft } from '@tabiji/shared/api/journeys.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { ApiError } from '../../api/request.ts';
import type { DocState } from '../doc/doc-store.ts';

/** How the draft stands with the server. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'failed'; message: string }
  | { kind: 'conflict' };

export interface Saved {
  state: SaveState;
  rev: number;
  /** Whether the draft differs from the published version. */
  changed: boolean;
}

export interface Autosave {
  store: StoreApi<Saved>;
  /** Saves what is not saved yet, now; resolves when the server has it, rejects when it refuses. */
  flush(): Promise<void>;
  /** Saves over whatever is there, after a conflict. */
  overwrite(): Promise<void>;
  /** The server's draft was loaded, or its version published. */
  settle(saved: { rev: number; changed: boolean }, graph?: JourneyGraph): void;
  /** Begins to watch the document; answers how to stop. */
  watch(): () => void;
}

interface Options {
  doc: StoreApi<DocState>;
  rev: number;
  changed: boolean;
  save: (base: number, graph: JourneyGraph) => Promise<SavedDraft>;
  /** The revision that is on the server now. */
  currentRev: () => Promise<number>;
}

const AFTER_MS = 800;
const AT_MOST_MS = 5000;
const RETRY_MS = 5000;

/**
 * Saves the draft 800 ms after the last change and at least every 5 s. A failed save is never shown as saved: it stays
 * failed (or offline, tried again by itself) until one succeeds.
 */
export function createAutosave({ doc, rev, changed, save, currentRev }: Options): Autosave {
  const store = createStore<Saved>(() => ({ state: { kind: 'saved', at: null }, rev, changed }));
  let onServer = doc.getState().graph;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  let inFlight: Promise<void> | undefined;
  const isDirty = () => doc.getState().graph !== onServer;
  const say = (state: SaveState) => store.setState({ state });

  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(() => undefined), ms); // the state says what went wrong
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    if (inFlight) await inFlight.catch(() => undefined);
    if (!isDirty()) return;
    inFlight = attempt();
    try {
      await inFlight;
    } finally {
      inFlight = undefined;
    }
    if (isDirty()) later(AFTER_MS);
  };
  const attempt = async () => {
    const { graph } = doc.getState();
    waitingSince = undefined;
    say({ kind: 'saving' });
    try {
      const answer = await save(store.getState().rev, graph);
      onServer = graph;
      const state: SaveState = isDirty() ? { kind: 'waiting' } : { kind: 'saved', at: Date.now() };
      store.setState({ state, rev: answer.rev, changed: answer.changed });
    } catch (error) {
      say(stateAfter(error));
      if (error instanceof ApiError && isPassing(error)) later(RETRY_MS);
      throw error;
    }
  };
  const onChange = ({ graph }: DocState, before: DocState) => {
    if (graph === before.graph || graph === onServer || store.getState().state.kind === 'conflict') return;
    const now = performance.now();
    waitingSince ??= now;
    if (store.getState().state.kind === 'saved') say({ kind: 'waiting' });
    later(Math.max(0, Math.min(AFTER_MS, waitingSince + AT_MOST_MS - now)));
  };
  return {
    store,
    flush: run,
    overwrite: async () => {
      store.setState({ rev: await currentRev(), state: { kind: 'waiting' } });
      await run();
    },
    settle: (saved, graph) => {
      clearTimeout(timer);
      if (graph) onServer = doc.getState().graph;
      store.setState({ ...saved, ...(graph && { state: { kind: 'saved', at: null } }) });
    },
    watch: () => {
      const unsubscribe = doc.subscribe(onChange);
      return () => {
        clearTimeout(timer);
        unsubscribe();
      };
    },
  };
}

const isPassing = ({ code }: ApiError) => code === 'unreachable' || code === 'unavailable';

function stateAfter(error: unknown): SaveState {
  if (!(error instanceof ApiError)) return { kind: 'failed', message: String(error) };
  if (error.code === 'conflict') return { kind: 'conflict' };
  return isPassing(error) ? { kind: 'offline' } : { kind: 'failed', message: error.message };
}
