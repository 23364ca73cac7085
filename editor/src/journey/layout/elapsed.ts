import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { walkFromStart } from './walk.ts';

/** Time since the start when somebody leaves a node, in milliseconds: on the quickest way there and on the slowest. */
export interface Elapsed {
  least: number;
  most: number;
}

const known = new WeakMap<JourneyGraph, ReadonlyMap<NodeId, Elapsed>>();

/** How long customers are on their way when they leave each node at which they wait, as far as its settings say. */
export function elapsedIn(graph: JourneyGraph): ReadonlyMap<NodeId, Elapsed> {
  const before = known.get(graph);
  if (before) return before;
  const { order, ways } = walkFromStart(graph);
  const reached = new Map<NodeId, Elapsed>();
  const left = new Map<NodeId, Elapsed>();
  for (const id of order) {
    const { least, most } = reached.get(id) ?? { least: 0, most: 0 };
    const stay = stayAt(graph, id);
    const out = { least: least + stay, most: most + stay };
    if (stay > 0) left.set(id, out);
    for (const { to, leads } of ways.get(id) ?? []) {
      if (!leads || to === null) continue;
      const other = reached.get(to) ?? out;
      reached.set(to, { least: Math.min(other.least, out.least), most: Math.max(other.most, out.most) });
    }
  }
  known.set(graph, left);
  return left;
}

function stayAt({ nodes }: JourneyGraph, id: NodeId): number {
  const node = nodes[id];
  if (!node || node.disabled) return 0;
  const opened = openNode(node);
  return opened.ok ? (opened.definition.takes?.(opened.config) ?? 0) : 0;
}
