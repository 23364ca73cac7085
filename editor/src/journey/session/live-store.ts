import type { JourneyStats } from '@tabiji/shared/api/journey-stats.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How many came, rest and went on at one node. */
export type NodeFigures = JourneyStats['nodes'][string];

export interface LiveState {
  byNode: Readonly<Record<NodeId, NodeFigures>>;
  active: number;
  parked: number;
  /** Whether figures have come in at all. */
  isKnown: boolean;
}

export interface LiveStore {
  store: StoreApi<LiveState>;
  /** Takes new figures in; nodes whose figures did not change keep the same object. */
  receive(stats: JourneyStats): void;
}

/** The running journey's figures, apart from the document, so that counting draws no form again. */
export function createLiveStore(): LiveStore {
  const store = createStore<LiveState>(() => ({ byNode: {}, active: 0, parked: 0, isKnown: false }));
  return {
    store,
    receive({ nodes, active, parked }) {
      const { byNode: before } = store.getState();
      const byNode = Object.fromEntries(
        Object.entries(nodes).map(([id, figures]) => {
          const old = before[id];
          return [id, old && JSON.stringify(old) === JSON.stringify(figures) ? old : figures];
        }),
      );
      store.setState({ byNode, active, parked, isKnown: true });
    },
  };
}

/** Everybody who went on from a node, by any port. */
export const passed = ({ left }: NodeFigures): number => Object.values(left).reduce((sum, n) => sum + n, 0);
