import type { JourneyHealth, Trouble } from '@tabiji/shared/api/journey-health.ts';
import type { JourneyStats, NodeFigures as Figures, StatsDelta, StatsQuery } from '@tabiji/shared/api/journey-stats.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How many came, rest and went on at one node. */
export type NodeFigures = Figures;

export interface LiveState {
  /** Which period and version the figures are of. */
  query: StatsQuery;
  byNode: Readonly<Record<NodeId, NodeFigures>>;
  exits: JourneyStats['exits'];
  active: number;
  parked: number;
  /** Workspace time of the figures; null before the first ones. */
  at: string | null;
  /** Whether figures have come in at all. */
  isKnown: boolean;
  /** The most who went one way, rounded up so that lines keep their width while figures grow. */
  most: number;
  /** `node` or `node:port` → whether its share is unusual. */
  unusual: Readonly<Record<string, 'low' | 'high'>>;
  /** The same shares with their figures. */
  shares: JourneyHealth['unusual'];
  /** Whether clicks are told of here at all: false until the first one. */
  knowsClicks: boolean;
  troubles: readonly Trouble[];
}

export interface LiveStore {
  store: StoreApi<LiveState>;
  /** Asks for other figures; those of before are no longer known. */
  ask(query: StatsQuery): void;
  /** Takes all figures in; nodes whose figures did not change keep the same object. */
  receive(stats: JourneyStats): void;
  /** Takes in what has changed; other nodes keep the same object. */
  apply(delta: StatsDelta): void;
  heed(health: JourneyHealth): void;
}

const UNKNOWN = { byNode: {}, exits: {}, active: 0, parked: 0, at: null, isKnown: false, most: 0 };

/** The running journey's figures, apart from the document, so that counting draws no form again. */
export function createLiveStore(): LiveStore {
  const store = createStore<LiveState>(() => ({
    ...UNKNOWN,
    query: {},
    unusual: {},
    shares: [],
    knowsClicks: true,
    troubles: [],
  }));
  return {
    store,
    ask: (query) => store.setState({ ...UNKNOWN, query }),
    receive({ nodes, ...sums }) {
      const byNode = kept(store.getState().byNode, nodes);
      store.setState({ ...sums, byNode, most: mostOf(byNode), isKnown: true });
    },
    apply({ nodes = {}, ...sums }) {
      const { byNode: before } = store.getState();
      const byNode = { ...before, ...kept(before, nodes) };
      store.setState({ ...sums, byNode, most: mostOf(byNode) });
    },
    heed: ({ troubles, unusual, clicks }) =>
      store.setState({
        troubles,
        shares: unusual,
        knowsClicks: clicks,
        unusual: Object.fromEntries(
          unusual.map(({ node, port, way }) => [port === null ? node : `${node}:${port}`, way]),
        ),
      }),
  };
}

const kept = (before: LiveState['byNode'], after: LiveState['byNode']): LiveState['byNode'] =>
  Object.fromEntries(
    Object.entries(after).map(([id, figures]) => {
      const old = before[id];
      return [id, old && JSON.stringify(old) === JSON.stringify(figures) ? old : figures];
    }),
  );

/** The next power of two above everybody who went one way. */
function mostOf(byNode: LiveState['byNode']): number {
  const most = Math.max(0, ...Object.values(byNode).flatMap(({ left }) => Object.values(left)));
  return most === 0 ? 0 : 2 ** Math.ceil(Math.log2(most));
}

/** Everybody who went on from a node, by any port. */
export const passed = ({ left }: NodeFigures): number => Object.values(left).reduce((sum, n) => sum + n, 0);
