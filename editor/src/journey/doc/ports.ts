import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { drawnPorts, type Port } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';

/** One way out of one node. */
export interface PortRef {
  node: NodeId;
  port: string;
}

const opened = new WeakMap<GraphNode, readonly Port[]>();

/**
 * The ports a node shows, in order: those its type declares, then any the stored `next` has besides. Unknown types and
 * unreadable configurations show what is stored, so that nothing behind them disappears.
 */
export function portsOf(node: GraphNode): readonly Port[] {
  const known = opened.get(node);
  if (known) return known;
  const open = openNode(node);
  const declared = open.ok ? drawnPorts(open.definition, open.config) : [];
  const names = new Set(declared.map(({ id }) => id));
  const stray = Object.keys(node.next).filter((port) => !names.has(port) && (!open.ok || node.next[port] !== null));
  const ports = [...declared, ...stray.map((id) => ({ id, label: { ja: id, en: id } }))];
  if (Object.isFrozen(node)) opened.set(node, ports);
  return ports;
}

/** Every port of the graph that leads to `id`. */
export const portsInto = (graph: JourneyGraph, id: NodeId): PortRef[] =>
  Object.entries(graph.nodes).flatMap(([node, { next }]) =>
    Object.entries(next).flatMap(([port, target]) => (target === id ? [{ node, port }] : [])),
  );

/** Every node from which `id` can be reached, itself included. */
export function ancestorsOf(graph: JourneyGraph, id: NodeId): Set<NodeId> {
  const into = new Map<NodeId, NodeId[]>();
  for (const [from, { next }] of Object.entries(graph.nodes))
    for (const target of Object.values(next)) if (target) into.set(target, [...(into.get(target) ?? []), from]);
  const seen = new Set<NodeId>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...(into.get(at) ?? []));
  }
  return seen;
}
