import { portOrder } from '../../nodes/registry.ts';
import type { JourneyGraph, NodeId } from '../graph.ts';

/** Nodes from the start down, first ports first; what nothing leads to comes last. */
export function orderOf(graph: JourneyGraph): NodeId[] {
  const seen = new Set<NodeId>();
  const walk = (root: NodeId) => {
    const open = [root];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const node = graph.nodes[id];
      if (!node || seen.has(id)) continue;
      seen.add(id);
      for (const port of portOrder(node).toReversed()) {
        const target = node.next[port];
        if (target) open.push(target);
      }
    }
  };
  walk(graph.start);
  for (const id of Object.keys(graph.nodes).toSorted()) walk(id);
  return [...seen];
}

/** All nodes of both graphs: in the order of the later one, those it lacks behind what they followed. */
export function readingOrder(before: JourneyGraph, after: JourneyGraph): NodeId[] {
  const behind = new Map<NodeId | null, NodeId[]>();
  let anchor: NodeId | null = null;
  for (const id of orderOf(before)) {
    if (after.nodes[id]) anchor = id;
    else behind.set(anchor, [...(behind.get(anchor) ?? []), id]);
  }
  return [...(behind.get(null) ?? []), ...orderOf(after).flatMap((id) => [id, ...(behind.get(id) ?? [])])];
}
