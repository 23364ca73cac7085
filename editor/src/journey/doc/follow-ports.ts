import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { drawnPorts } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';

/** The ports that a node's type declares for its present configuration; none where it cannot be read. */
export function declaredPorts(node: GraphNode): string[] {
  const opened = openNode(node);
  return opened.ok ? drawnPorts(opened.definition, opened.config).map((port) => port.id) : [];
}

/**
 * Makes `next` follow a configuration that was changed: ports it adds begin open; what followed a port that it takes
 * away stays, in the tray. `before` are the ports declared until now.
 */
export function followPorts(node: GraphNode, before: readonly string[]): void {
  if (!openNode(node).ok) return;
  const ports = declaredPorts(node);
  for (const port of before) if (!ports.includes(port)) delete node.next[port];
  for (const port of ports) node.next[port] ??= null;
}
