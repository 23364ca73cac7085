import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { CaseSetup } from '@tabiji/shared/api/journey-cases.ts';
import type { Fork, Injected } from '@tabiji/shared/api/simulate.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Seen } from './seen.ts';

/** One way through: what really would happen, or what if some node were left otherwise. */
export interface Way {
  forks: readonly Fork[];
  /** The port that was chosen otherwise; null for what really would happen. */
  name: Words | null;
}

/** What is tried out, and where its clock stands. Nothing of it is saved or part of the journey. */
export interface SimState {
  /** Who, when and with what else; null until somebody is chosen. */
  setup: CaseSetup | null;
  ways: readonly Way[];
  shown: number;
  /** The shown way's trace. */
  seen: Seen | null;
  /** Epoch milliseconds on the time line. */
  at: number;
  isPlaying: boolean;
  /** The latest counts of a cohort; the canvas shows them instead of a token. */
  cohort: CohortLine | null;
}

const ACTUAL: readonly Way[] = [{ forks: [], name: null }];
const EMPTY: SimState = { setup: null, ways: ACTUAL, shown: 0, seen: null, at: 0, isPlaying: false, cohort: null };

export interface SimStore {
  store: StoreApi<SimState>;
  /** Somebody else, or at another time: other ways are forgotten. */
  setUp(setup: CaseSetup | null): void;
  /** Makes something happen on the time line; every way is run anew. */
  inject(one: Injected): void;
  takeBack(index: number): void;
  /** Another way from the shown one; choosing again for the same node replaces what was chosen. */
  fork(fork: Fork, name: Words): void;
  /** Says by which port a node is left that cannot tell by itself, in the shown way. */
  choose(fork: Fork): void;
  show(way: number): void;
  closeWay(way: number): void;
  /** The shown way's trace has come (null: is on its way). The clock stays where it stood if it can. */
  receive(seen: Seen | null): void;
  moveTo(at: number): void;
  play(isPlaying: boolean): void;
  count(cohort: CohortLine | null): void;
}

/** One store per open journey. */
export function createSimStore(): SimStore {
  const store = createStore<SimState>(() => EMPTY);
  const { setState: set, getState: get } = store;
  const change = (part: Partial<CaseSetup>) => set(({ setup }) => ({ setup: setup && { ...setup, ...part } }));
  const injected = () => get().setup?.inject ?? [];
  return {
    store,
    setUp: (setup) => {
      const { forks = [], ...rest } = setup ?? {};
      const asked = setup && { ...rest, customer: setup.customer };
      const ways = forks.length > 0 ? [...ACTUAL, { forks, name: null }] : ACTUAL;
      set({ ...EMPTY, setup: asked, ways, shown: ways.length - 1 });
    },
    inject: (one) => change({ inject: [...injected(), one].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) }),
    takeBack: (index) => change({ inject: injected().toSpliced(index, 1) }),
    fork: (fork, name) =>
      set(({ ways, shown }) => ({
        ways: [...ways, { forks: withFork(ways[shown], fork), name }],
        shown: ways.length,
        isPlaying: false,
      })),
    choose: (fork) =>
      set(({ ways, shown }) => ({
        ways: ways.map((way, i) => (i === shown ? { ...way, forks: withFork(way, fork) } : way)),
      })),
    show: (shown) => set({ shown, isPlaying: false }),
    closeWay: (way) =>
      set(({ ways, shown }) => ({
        ways: ways.toSpliced(way, 1),
        shown: shown >= way ? Math.max(0, shown - 1) : shown,
      })),
    receive: (seen) =>
      set(({ seen: before, at }) => {
        if (!seen) return { seen, isPlaying: false };
        const atEnd = before === null || at >= before.to;
        return { seen, at: atEnd ? seen.to : Math.min(Math.max(at, seen.from), seen.to) };
      }),
    moveTo: (at) => set(({ seen }) => (seen ? { at: Math.min(Math.max(at, seen.from), seen.to) } : {})),
    play: (isPlaying) =>
      set(({ seen, at }) => ({ isPlaying, at: isPlaying && seen && at >= seen.to ? seen.from : at })),
    count: (cohort) => set({ cohort }),
  };
}

const withFork = (way: Way | undefined, fork: Fork): Fork[] => [
  ...(way?.forks ?? []).filter(({ node }) => node !== fork.node),
  fork,
];
