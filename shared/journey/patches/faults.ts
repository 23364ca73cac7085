import { drawnPorts } from '../../nodes/define-node.ts';
import { openNode } from '../../nodes/registry.ts';
import { findCycle } from '../cycle.ts';
import type { GraphNode, JourneyGraph, NodeId } from '../graph.ts';

/** One thing that is broken. `key` tells it from others; `lost` is the node that a way leads to and that is gone. */
export interface Fault {
  key: string;
  lost?: NodeId;
}

/**
 * What no command of an editor leaves behind, and a mixture of two people's changes might: ways that lead nowhere,
 * ports that are missing or left over, a configuration that cannot be read, a circle, no start.
 */
export function faultsOf(graph: JourneyGraph): Fault[] {
  const faults = Object.entries(graph.nodes).flatMap(([id, node]): Fault[] => [
    ...Object.entries(node.next).flatMap(([port, to]) =>
      to && !graph.nodes[to] ? [{ key: `${id} ${port} ${to}`, lost: to }] : [],
    ),
    ...faultsOfPorts(id, node),
  ]);
  if (findCycle(graph)) faults.push({ key: 'circle' });
  if (!graph.nodes[graph.start]) faults.push({ key: 'start', lost: graph.start });
  return faults;
}

/** What is broken in `graph` and was in none of the others. */
export function newFaults(graph: JourneyGraph, ...others: readonly JourneyGraph[]): Fault[] {
  const known = new Set(others.flatMap(faultsOf).map(({ key }) => key));
  return faultsOf(graph).filter(({ key }) => !known.has(key));
}

function faultsOfPorts(id: NodeId, node: GraphNode): Fault[] {
  const opened = openNode(node);
  if (!opened.ok) return [{ key: `${id} unread` }];
  const ports = new Set<string>(drawnPorts(opened.definition, opened.config).map((port) => port.id));
  const stray = Object.keys(node.next).filter((port) => !ports.has(port) && node.next[port] !== null);
  const missing = [...ports].filter((port) => !Object.hasOwn(node.next, port));
  return [...stray, ...missing].map((port) => ({ key: `${id} ${port}` }));
}
