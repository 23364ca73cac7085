import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Walk } from './walk.ts';

/** What hangs under what: a node whose ways meet again hangs under the node at which they parted. */
export interface Dominators {
  /** Nodes hanging directly under a node, in the order of the walk. */
  under: ReadonlyMap<NodeId, readonly NodeId[]>;
  above: ReadonlyMap<NodeId, NodeId>;
  /** Nodes into which more than one way leads. */
  merges: ReadonlySet<NodeId>;
  /** Where the ways into a node come from, one entry per way. */
  into: ReadonlyMap<NodeId, readonly NodeId[]>;
}

/** Immediate dominators of an acyclic walk, in one pass over its order (Cooper, Harvey and Kennedy). */
export function dominatorsOf({ order, ways }: Walk): Dominators {
  const place = new Map(order.map((id, i) => [id, i]));
  const above = new Map<NodeId, NodeId>();
  const into = new Map<NodeId, NodeId[]>();
  const under = new Map<NodeId, NodeId[]>();
  const rank = (id: NodeId) => place.get(id) ?? 0;
  const common = (one: NodeId, two: NodeId): NodeId => {
    let [a, b] = [one, two];
    while (a !== b) {
      if (rank(a) > rank(b)) a = above.get(a) ?? b;
      else b = above.get(b) ?? a;
    }
    return a;
  };
  for (const id of order) {
    const [first, ...others] = into.get(id) ?? [];
    if (first !== undefined) {
      const parent = others.reduce(common, first);
      above.set(id, parent);
      push(under, parent, id);
    }
    for (const way of ways.get(id) ?? []) if (way.leads && way.to !== null) push(into, way.to, id);
  }
  const merges = new Set([...into].filter(([, from]) => from.length > 1).map(([id]) => id));
  return { under, above, merges, into };
}

function push(map: Map<NodeId, NodeId[]>, key: NodeId, id: NodeId): void {
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}
