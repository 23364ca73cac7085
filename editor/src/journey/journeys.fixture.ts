import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';

/** A journey for tests from a short list: `{ n2: ['wait', 'n3'], n3: ['branch', 'a', 'b'] }`; n1 starts and leads to the first. */
export function journeyOf(list: Record<NodeId, [type: string, ...targets: (NodeId | null)[]]>): JourneyGraph {
  const first = Object.keys(list)[0] ?? null;
  const nodes: Record<NodeId, GraphNode> = {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: first } },
  };
  for (const [id, [type, ...targets]] of Object.entries(list)) nodes[id] = nodeOf(type, targets);
  return { schema: 1, name: 'test', start: 'n1', settings: {}, nodes };
}

function nodeOf(type: string, targets: (NodeId | null)[]): GraphNode {
  if (type === 'exit') return { type, config: { reason: 'completed' }, next: {} };
  if (type === 'wait') return { type, config: { for: 'P1D' }, next: { next: targets[0] ?? null } };
  if (type === 'email') return { type, config: { template: 'a' }, next: { next: targets[0] ?? null } };
  const ports = targets.map((_, i) => (i === targets.length - 1 ? 'no' : `b${i}`));
  const when = { orders: 'count', op: 'gte', value: 1 };
  const branches = ports.slice(0, -1).map((port) => ({ port, when }));
  return {
    type,
    config: { branches, else: 'no' },
    next: Object.fromEntries(ports.map((port, i) => [port, targets[i] ?? null])),
  };
}
