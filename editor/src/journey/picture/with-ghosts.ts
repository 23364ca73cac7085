import { diffGraphs } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { reachableFrom, type GraphNode, type JourneyGraph, type NodeId } from '@tabiji/shared/journey/graph.ts';

export type Mark = 'added' | 'removed' | 'changed' | 'moved';

/** The later of two journeys with the removed nodes drawn in beside it, and what has become of each node. */
export interface Compared {
  graph: JourneyGraph;
  marks: Readonly<Record<NodeId, Mark>>;
  /** Ports that exist in the picture only: `node:port`. */
  ghostWays: ReadonlySet<string>;
}

/** Before the name of a port that leads to a removed node. */
const GHOST = '−';

export function withGhosts(before: JourneyGraph, after: JourneyGraph): Compared {
  const diff = diffGraphs(before, after);
  const marks: Record<NodeId, Mark> = {};
  for (const one of diff.nodes)
    marks[one.node] = one.kind === 'stayed' ? (one.parts.length > 0 ? 'changed' : 'moved') : one.kind;
  const nodes: Record<NodeId, GraphNode> = { ...after.nodes };
  const removed = diff.nodes.flatMap((one) => (one.kind === 'removed' ? [one] : []));
  for (const { node, before: old } of removed) nodes[node] = { ...old, next: {} };
  const graph: JourneyGraph = { ...after, nodes };
  const ghostWays = new Set<string>();
  const lead = (from: NodeId, port: string, to: NodeId) => {
    if (reachableFrom(graph, to).has(from)) return; // a circle cannot be drawn
    nodes[from] = { ...nodes[from]!, next: { ...nodes[from]!.next, [port]: to } };
    ghostWays.add(`${from}:${port}`);
  };
  const isRemoved = new Set(removed.map(({ node }) => node));
  for (const [from, { next }] of Object.entries(before.nodes))
    for (const [port, to] of Object.entries(next)) {
      if (!to || !nodes[from] || !nodes[to]) continue;
      if (isRemoved.has(from)) lead(from, port, to);
      else if (isRemoved.has(to)) lead(from, `${GHOST}${port}`, to);
    }
  return { graph, marks, ghostWays };
}
