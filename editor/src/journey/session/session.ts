import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import { api } from '../../api/client.ts';
import { createDeriver, type FlowNode } from '../derive.ts';
import { createDocStore, type DocStore } from '../doc/doc-store.ts';
import type { Layout } from '../layout.ts';
import type { StoreApi } from 'zustand/vanilla';
import { createAutosave, type Autosave } from './autosave.ts';
import { createLookStore, type Look } from './look-store.ts';
import { createLiveStore, type LiveStore } from './live-store.ts';
import { createUiStore, type UiStore } from './ui-store.ts';
import type { Viewport } from './viewport.ts';

/** Everything that belongs to one open journey. */
export interface Session {
  id: number;
  doc: DocStore;
  ui: UiStore;
  live: LiveStore;
  look: StoreApi<Look>;
  autosave: Autosave;
  derive: (layout: Layout) => readonly FlowNode[];
  /** The window onto the canvas, while that is on the page. */
  viewport: { readonly current: Viewport | null };
  attach: (viewport: Viewport) => () => void;
}

/** Opens a journey as it came from the server. */
export function openSession({ id, graph, rev, changed }: JourneyDetail): Session {
  const ui = createUiStore();
  const look = createLookStore(id, localStorage);
  const doc = createDocStore(graph, {
    folded: new Set(look.getState().folded),
    now: () => performance.now(),
    selected: () => ui.store.getState().selected,
    mayChange: () => ui.mayChange(),
  });
  const autosave = createAutosave({
    doc: doc.store,
    rev,
    changed,
    save: (base, draft) => api.journeys.saveDraft(id, { base, graph: draft }),
    currentRev: async () => (await api.journeys.get(id)).rev,
  });
  const viewport: { current: Viewport | null } = { current: null };
  const attach = (next: Viewport) => {
    viewport.current = next;
    return () => {
      viewport.current = null;
    };
  };
  return { id, doc, ui, live: createLiveStore(), look, autosave, derive: createDeriver(), viewport, attach };
}
