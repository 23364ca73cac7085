import type { JourneyDetail } from '@tabiji/shared/api/journeys.ts';
import { applyPatches } from '@tabiji/shared/journey/patches/apply-patches.ts';
import { api } from '../../api/client.ts';
import { createSimStore, type SimStore } from '../simulation/sim-store.ts';
import { createDeriver, type FlowNode } from '../derive.ts';
import { openTabs, tabId } from '../../person/person.ts';
import type { OpenThreads } from '../comments/threads.ts';
import { createDocStore, type DocStore } from '../doc/doc-store.ts';
import { packHistory } from '../doc/packed-history.ts';
import type { Layout } from '../layout.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAccess, type Access, type AccessKeeper } from '../saving/access.ts';
import { createKeeper } from '../saving/keeper.ts';
import { localDrafts } from '../saving/local-drafts.ts';
import type { Opening } from '../saving/open-draft.ts';
import { saveDraft } from '../saving/save-draft.ts';
import { typing } from '../saving/typing.ts';
import { createMovingStore, type MovingStore } from '../moving/moving-store.ts';
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
  moving: MovingStore;
  live: LiveStore;
  /** Where comments are open. */
  talk: StoreApi<OpenThreads>;
  look: StoreApi<Look>;
  sim: SimStore;
  autosave: Autosave;
  access: AccessKeeper;
  derive: (layout: Layout) => readonly FlowNode[];
  /** The window onto the canvas, while that is on the page. */
  viewport: { readonly current: Viewport | null };
  attach: (viewport: Viewport) => () => void;
  /** Begins to save and to say that somebody is here; answers how to stop. */
  start(): () => void;
}

/** Steps that can be undone after the page was loaded again. */
const KEPT_STEPS = 300;

/** Opens a journey with what the server and this browser have of it. */
export function openSession(opening: Opening): Session {
  const { detail, local, published, opened } = opening;
  const { id } = detail;
  const ui = createUiStore();
  const look = createLookStore(id, localStorage);
  const base = published ?? (local?.base ?? detail).graph;
  const doc = createDocStore(local && !published ? applyPatches(base, local.work.patches) : base, {
    folded: new Set(look.getState().folded),
    now: () => performance.now(),
    selected: () => ui.store.getState().selected,
    mayChange: () => ui.mayChange(),
    typing,
    ...(local && !published && { history: local.work.history }),
  });
  const drafts = localDrafts(id, { tab: tabId(), openTabs });
  let shown: JourneyDetail | undefined = published ? undefined : detail; // the draft, once it is on the screen
  const keep = createKeeper(async (isNewBase) => {
    if (!shown) return;
    const { rev, base, patches, labels } = autosave.pending();
    const work = {
      rev,
      patches,
      labels,
      history: packHistory(doc.store.getState().history, KEPT_STEPS),
      at: Date.now(),
    };
    const { changed } = autosave.store.getState();
    await (isNewBase ? drafts.keepBase({ ...shown, rev, changed, graph: base }, work) : drafts.keepWork(work));
  });
  doc.store.subscribe(({ folded }, before) => {
    if (folded !== before.folded) look.setState({ folded: [...folded] });
  });
  const autosave = createAutosave({
    doc,
    rev: (published || !local ? detail : local.base).rev,
    changed: detail.changed,
    onServer: base,
    ...(local && { labels: local.work.labels }),
    save: (body, options) => saveDraft(id, body, options),
    keep,
  });
  const access = createAccess({
    start: accessOf(opening),
    ask: (want, options) =>
      api.journeys.lease(id, { want, opened }, options?.leaving ? { keepalive: true } : undefined),
    flush: () => autosave.flush(),
    async onRev(rev) {
      if (shown && rev <= autosave.store.getState().rev) return;
      const draft = await api.journeys.get(id);
      if (shown) return autosave.receive(draft);
      shown = draft;
      doc.load(draft.graph);
      autosave.settle(draft, draft.graph);
    },
  });
  ui.lock(access.store.getState().kind !== 'edit');
  const viewport: { current: Viewport | null } = { current: null };
  const attach = (next: Viewport) => {
    viewport.current = next;
    return () => {
      viewport.current = null;
    };
  };
  const start = () => {
    const stops = [access.start(), autosave.watch(), access.store.subscribe(({ kind }) => ui.lock(kind !== 'edit'))];
    if (!published) autosave.receive(detail); // others may have saved since this browser last knew
    return () => stops.forEach((stop) => stop());
  };
  return {
    id,
    doc,
    ui,
    moving: createMovingStore(),
    live: createLiveStore(),
    talk: createStore<OpenThreads>(() => ({})),
    sim: createSimStore(),
    look,
    autosave,
    access,
    derive: createDeriver(),
    viewport,
    attach,
    start,
  };
}

function accessOf({ detail, lease, published }: Opening): Access {
  if (published && detail.draftBy) return { kind: 'published', by: detail.draftBy };
  if (lease && !lease.mine && lease.holder)
    return { kind: 'watch', holder: lease.holder, isTaking: false, until: null };
  return { kind: 'edit', asked: null }; // without a connection, too: what is drawn is put together later
}
