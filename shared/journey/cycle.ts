import type { JourneyGraph, NodeId } from './graph.ts';

/** Where the edges that are drawn lead. */
const drawn = (graph: Pick<JourneyGraph, 'nodes'>, id: NodeId): Iterable<NodeId | null> =>
  Object.values(graph.nodes[id]?.next ?? {});

/** One circle of nodes, first node repeated at the end; undefined in a graph without circles. Iterative: any depth. */
export function findCycle(
  graph: Pick<JourneyGraph, 'nodes'>,
  targets: (graph: Pick<JourneyGraph, 'nodes'>, id: NodeId) => Iterable<NodeId | null> = drawn,
): NodeId[] | undefined {
  const done = new Set<NodeId>();
  for (const root of Object.keys(graph.nodes)) {
    const path: NodeId[] = [];
    const onPath = new Set<NodeId>();
    const open: { id: NodeId; leaving: boolean }[] = [{ id: root, leaving: false }];
    for (let turn = open.pop(); turn; turn = open.pop()) {
      const { id, leaving } = turn;
      if (leaving) {
        path.pop();
        onPath.delete(id);
        done.add(id);
        continue;
      }
      if (onPath.has(id)) return [...path.slice(path.indexOf(id)), id];
      if (done.has(id) || !graph.nodes[id]) continue;
      path.push(id);
      onPath.add(id);
      open.push({ id, leaving: true });
      for (const target of targets(graph, id)) if (target) open.push({ id: target, leaving: false });
    }
  }
  return undefined;
}
