import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { ancestorsOf, type PortRef } from '../doc/ports.ts';

/** Nodes that a port may lead to without a circle: everything that is not above it, nor already behind it. */
export function joinable(graph: JourneyGraph, from: PortRef): NodeId[] {
  const above = ancestorsOf(graph, from.node);
  const now = graph.nodes[from.node]?.next[from.port];
  return Object.keys(graph.nodes).filter((id) => id !== graph.start && id !== now && !above.has(id));
}
