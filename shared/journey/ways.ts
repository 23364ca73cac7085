import type { Exit } from './fix.ts';
import type { JourneyGraph, NodeId } from './graph.ts';

/** Every port that leads to a node. */
export const waysInto = (graph: JourneyGraph, id: NodeId): Exit[] =>
  Object.entries(graph.nodes).flatMap(([node, { next }]) =>
    Object.entries(next).flatMap(([port, target]) => (target === id ? [{ node, port }] : [])),
  );

/** The nodes reachable from the start, each after all that lead to it. Of a graph without circles. */
export function inOrder(graph: JourneyGraph): NodeId[] {
  const done = new Set<NodeId>();
  const order: NodeId[] = [];
  const open: { id: NodeId; leaving: boolean }[] = [{ id: graph.start, leaving: false }];
  for (let turn = open.pop(); turn; turn = open.pop()) {
    const { id, leaving } = turn;
    if (leaving) order.push(id);
    else if (!done.has(id) && graph.nodes[id]) {
      done.add(id);
      open.push({ id, leaving: true });
      for (const target of Object.values(graph.nodes[id].next)) if (target) open.push({ id: target, leaving: false });
    }
  }
  return order.toReversed();
}
