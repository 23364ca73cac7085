import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';

type Nodes = Pick<JourneyGraph, 'nodes'>;

/** Where the ways out of a node lead, without open ends and lost targets. */
export const targetsOf = (graph: Nodes, id: NodeId): NodeId[] =>
  Object.values(graph.nodes[id]?.next ?? {}).filter((to): to is NodeId => to !== null && graph.nodes[to] !== undefined);

/** Every node that can be reached from any of `from`, these included, on ways that avoid the nodes in `without`. */
export function reachedFrom(
  graph: Nodes,
  from: Iterable<NodeId>,
  without: ReadonlySet<NodeId> = new Set(),
): Set<NodeId> {
  const seen = new Set<NodeId>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id) || without.has(id) || !graph.nodes[id]) continue;
    seen.add(id);
    open.push(...targetsOf(graph, id));
  }
  return seen;
}

/** Where everything begins: the start, and the heads of loose parts. */
function rootsOf(graph: JourneyGraph): NodeId[] {
  const entered = new Set(Object.keys(graph.nodes).flatMap((id) => targetsOf(graph, id)));
  return Object.keys(graph.nodes).filter((id) => id === graph.start || !entered.has(id));
}

/** Nodes that lie only behind `head`, itself included: no way from the start or from a loose part goes round it. */
export function exclusiveTo(graph: JourneyGraph, head: NodeId): Set<NodeId> {
  const around = reachedFrom(graph, rootsOf(graph), new Set([head]));
  return new Set([...reachedFrom(graph, [head])].filter((id) => !around.has(id)));
}
