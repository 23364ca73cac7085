import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Problem } from '@tabiji/shared/journey/problem.ts';
import { problemsOf } from '@tabiji/shared/journey/problems.ts';
import { patchesBetween } from '@tabiji/shared/journey/patches/patches-between.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Surroundings } from '@tabiji/shared/nodes/define-node.ts';
import { freeze } from 'immer';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { layoutOf, type Layout } from '../layout.ts';
import { timed } from '../meter.ts';
import { applyCommand } from './apply.ts';
import type { Command } from './commands.ts';
import { remembered } from './remembered.ts';
import { NO_HISTORY, redo, remember, sealed, undo, type History, type Moved, type Typing } from './history.ts';
import { packHistory, unpackHistory, type PackedHistory } from './packed-history.ts';

/** The journey being edited, with everything that follows from it. */
export interface DocState {
  graph: JourneyGraph;
  layout: Layout;
  problems: readonly Problem[];
  /** Ways whose branches are folded up on this screen; no part of the journey. */
  folded: ReadonlySet<string>;
  history: History;
  /** The last change, for the live region and for bringing the changed card into view. */
  last: { label: Words; how: 'done' | 'undone' | 'redone' } | null;
}

export interface DocStore {
  store: StoreApi<DocState>;
  /** The only way to change the journey; false when the command left it alone. */
  dispatch(command: Command): boolean;
  /** Takes the last step back; answers what had been selected before it. */
  undo(): { selected: NodeId | null } | undefined;
  redo(): { selected: NodeId | null } | undefined;
  /** Ends the joining of changes: a field was left. */
  seal(): void;
  /** Folds exactly these ways. */
  fold(ways: ReadonlySet<string>): void;
  /** What exists around the journey became known. */
  setSurroundings(around: Surroundings): void;
  /** What only the server can check of this journey. */
  setTold(problems: readonly Problem[]): void;
  /** What is known to exist around it. */
  surroundings(): Surroundings;
  /** Replaces the journey by the server's; the history ends. */
  load(graph: JourneyGraph): void;
  /** Takes in what others changed: nothing to undo here; the history goes on as far as it touches other things. */
  rebase(graph: JourneyGraph): void;
}

interface Options {
  now: () => number;
  selected: () => NodeId | null;
  folded?: ReadonlySet<string>;
  /** Asked before every change, also before undo and redo; who refuses says why. */
  mayChange?: () => boolean;
  /** What the field in hand is doing. */
  typing?: () => Typing;
  /** Steps made before, of the graph the store begins with. */
  history?: PackedHistory;
}

/** One store per open journey. `now` gives milliseconds, `selected` what undo returns to. */
export function createDocStore(graph: JourneyGraph, options: Options): DocStore {
  const { now, selected, mayChange = () => true, typing = () => 'plain', history: kept } = options;
  let around: Surroundings = {};
  let folded: ReadonlySet<string> = options.folded ?? new Set();
  let told: readonly Problem[] = [];
  const known = remembered();
  const problemsIn = (graph: JourneyGraph) => [
    ...known.problems(graph, around, () => timed('checks', () => problemsOf(graph, around))),
    ...told.filter(({ node }) => node === undefined || graph.nodes[node]),
  ];
  const seen = (graph: JourneyGraph, before?: Layout) => ({
    graph: freeze(graph, true),
    layout: known.layout(graph, folded, () => timed('layout', () => layoutOf(graph, before, folded))),
    problems: problemsIn(graph),
  });
  const store = createStore<DocState>(() => ({
    ...seen(graph),
    folded,
    history: kept ? unpackHistory(graph, kept) : NO_HISTORY,
    last: null,
  }));
  const travel = (moved: Moved | undefined, how: 'undone' | 'redone') => {
    if (!moved) return undefined;
    const { history, step } = moved;
    store.setState({ ...seen(moved.graph, store.getState().layout), history, last: { label: step.label, how } });
    return { selected: step.selected };
  };
  return {
    store,
    dispatch(command) {
      if (!mayChange()) return false;
      const { graph, history, layout } = store.getState();
      const change = applyCommand(graph, command);
      if (!change) return false;
      store.setState({
        ...seen(change.after, layout),
        history: remember(history, change, { at: now(), selected: selected(), typing: typing() }),
        last: { label: change.label, how: 'done' },
      });
      return true;
    },
    undo: () => (mayChange() ? travel(undo(store.getState().history), 'undone') : undefined),
    redo: () => (mayChange() ? travel(redo(store.getState().history), 'redone') : undefined),
    seal: () => store.setState(({ history }) => ({ history: sealed(history) })),
    fold(ways) {
      folded = ways;
      store.setState(({ graph, layout }) => ({ folded, layout: layoutOf(graph, layout, folded) }));
    },
    setSurroundings(next) {
      around = next;
      store.setState(({ graph }) => ({ problems: problemsIn(graph) }));
    },
    setTold(problems) {
      told = problems;
      store.setState(({ graph }) => ({ problems: problemsIn(graph) }));
    },
    surroundings: () => around,
    load: (graph) => store.setState({ ...seen(graph), history: NO_HISTORY, last: null }),
    rebase: (graph) =>
      store.setState(({ graph: before, history, layout }) => {
        const theirs = patchesBetween(before, graph);
        if (theirs.length === 0) return {};
        return { ...seen(graph, layout), history: unpackHistory(graph, packHistory(history), theirs), last: null };
      }),
  };
}
