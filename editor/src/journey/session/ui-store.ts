import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PortRef } from '../doc/ports.ts';

/** What the canvas is looked at for: drawing, trying it out, what the published version has done. */
export type Mode = 'design' | 'test' | 'results';

export type Dialog =
  | 'publish'
  | 'versions'
  | 'parked'
  | 'json'
  | 'keys'
  | 'palette'
  | 'conflict'
  | 'print'
  | 'people'
  | 'rehearsal'
  | 'comments'
  | 'review';

/** The two ways in which a journey is shown; everything can be done in both. */
export type View = 'canvas' | 'outline';

const VIEW = 'tabiji-view';
const storedView = (): View => (globalThis.localStorage?.getItem(VIEW) === 'outline' ? 'outline' : 'canvas');

/** What is selected and open. Nothing of it is undone or saved. */
export interface UiState {
  /** Only `design` can change the journey. */
  mode: Mode;
  /** On phones always the outline, whatever stands here. */
  view: View;
  /** Somebody else draws here, or this is not the draft: nothing can be changed in any mode. */
  isLocked: boolean;
  /** Counts up whenever a change was asked for while none is allowed. */
  refusals: number;
  selected: NodeId | null;
  /** All nodes that are selected together, `selected` among them; empty while it is one or none. */
  selection: ReadonlySet<NodeId>;
  /** Where a range that is selected together began. */
  anchor: NodeId | null;
  /** Nodes just added and not yet left: what they lack is not shown as a mistake. */
  fresh: ReadonlySet<NodeId>;
  /** The port for which a node type is being chosen. */
  picking: PortRef | null;
  dialog: Dialog | null;
  /** Whether the bar is there that finds nodes. */
  finding: boolean;
  showsProblems: boolean;
  /** On narrow screens the panel lies over the canvas and can be away. */
  panelIsUp: boolean;
  /** Counts up whenever the panel's first field (or its name field) should be focused. */
  focusField: { times: number; what: 'first' | 'name' };
  /** The card that should take the focus as soon as it is drawn. */
  wantsFocus: NodeId | null;
  /** The sticky note that should take the focus as soon as it is drawn. */
  editedNote: string | null;
}

const NONE: ReadonlySet<NodeId> = new Set();

const EMPTY: UiState = {
  mode: 'design',
  view: 'canvas',
  isLocked: false,
  refusals: 0,
  selected: null,
  selection: NONE,
  anchor: null,
  fresh: new Set(),
  picking: null,
  dialog: null,
  finding: false,
  showsProblems: false,
  panelIsUp: false,
  focusField: { times: 0, what: 'first' },
  wantsFocus: null,
  editedNote: null,
};

export interface UiStore {
  store: StoreApi<UiState>;
  /** Selects a node (null: nothing); the node left behind is no longer fresh. */
  select(id: NodeId | null): void;
  /** Selects nodes together; `focused` is the one that keys and the panel work on. */
  selectMany(ids: Iterable<NodeId>, focused: NodeId | null): void;
  addFresh(id: NodeId): void;
  /** Another view of the same picture; what is selected stays. */
  setMode(mode: Mode): void;
  /** The canvas or the outline, from now on. */
  setView(view: View): void;
  /** Whether the journey may be changed now; asking while it may not says why on the page. */
  mayChange(): boolean;
  /** Takes the right to change the journey, or gives it back. */
  lock(isLocked: boolean): void;
  /** Does one thing that must be possible in any mode and whoever draws. */
  unlocked(act: () => void): void;
  pick(at: PortRef | null): void;
  /** The picture moved. By hand: away from the picker, which goes; by itself: the picker goes along and is kept. */
  moved(byHand: boolean): void;
  show(dialog: Dialog | null): void;
  find(finding: boolean): void;
  showProblems(shown: boolean): void;
  /** Brings the panel up and its first field, or its name field, into focus. */
  openPanel(what?: 'first' | 'name'): void;
  /** Brings the panel up and leaves the focus where it is. */
  showPanel(): void;
  closePanel(): void;
  /** Asks the selected card to take the focus. */
  focusSelected(): void;
  focusTaken(): void;
  /** Asks a sticky note to take the focus. */
  editNote(id: string | null): void;
}

/** One store per open journey. */
export function createUiStore(): UiStore {
  const store = createStore<UiState>(() => ({ ...EMPTY, view: storedView() }));
  const { setState: set } = store;
  const refuse = () => {
    set(({ refusals }) => ({ refusals: refusals + 1 }));
    return false;
  };
  const mayChange = () => {
    const { mode, isLocked } = store.getState();
    return (mode === 'design' && !isLocked) || refuse();
  };
  return {
    store,
    select: (id) =>
      set(({ selected, fresh }) => {
        if (selected === id) return { picking: null };
        const left = selected !== null && fresh.has(selected);
        return {
          selected: id,
          selection: NONE,
          anchor: id,
          picking: null,
          fresh: left ? without(fresh, selected) : fresh,
        };
      }),
    selectMany: (ids, selected) => {
      const selection = new Set(ids);
      set({ selected, selection: selection.size > 1 ? selection : NONE, picking: null });
    },
    addFresh: (id) => set(({ fresh }) => ({ fresh: new Set(fresh).add(id) })),
    setMode: (mode) => set({ mode, picking: null, panelIsUp: mode !== 'design' }),
    setView: (view) => {
      localStorage.setItem(VIEW, view);
      set(({ selected }) => ({ view, picking: null, wantsFocus: selected }));
    },
    mayChange,
    lock: (isLocked) => isLocked !== store.getState().isLocked && set({ isLocked, picking: null }),
    unlocked(act) {
      const { mode, isLocked } = store.getState();
      set({ mode: 'design', isLocked: false });
      act();
      set({ mode, isLocked });
    },
    pick: (picking) => (picking === null || mayChange()) && set({ picking }),
    moved: (byHand) => set(({ picking }) => (picking === null ? {} : { picking: byHand ? null : { ...picking } })),
    show: (dialog) => (dialog === 'publish' && store.getState().isLocked ? void refuse() : set({ dialog })),
    find: (finding) => set({ finding }),
    showProblems: (showsProblems) => set({ showsProblems }),
    openPanel: (what = 'first') =>
      set(({ focusField }) => ({ panelIsUp: true, focusField: { times: focusField.times + 1, what } })),
    showPanel: () => set({ panelIsUp: true }),
    closePanel: () => set({ panelIsUp: false }),
    focusSelected: () => set(({ selected }) => ({ wantsFocus: selected })),
    focusTaken: () => set({ wantsFocus: null }),
    editNote: (editedNote) => set({ editedNote }),
  };
}

function without(set: ReadonlySet<NodeId>, id: NodeId): ReadonlySet<NodeId> {
  const rest = new Set(set);
  rest.delete(id);
  return rest;
}

/** Everything that is selected. */
export const chosenIn = ({ selected, selection }: UiState): NodeId[] =>
  selection.size > 0 ? [...selection] : selected === null ? [] : [selected];
