import type { GraphNode, NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType, NODE_TYPES, openNode } from '@tabiji/shared/nodes/registry.ts';

/** The type whose nodes lead back to an earlier one. */
export const GO_BACK = NODE_TYPES.find((definition) => 'jump' in definition)?.type;

/** Whether a node has a way back. */
export const leadsBack = (node: GraphNode | undefined): boolean =>
  node !== undefined && findNodeType(node.type)?.jump !== undefined;

/** Sets where a node's way back leads; false when its type has none. */
export function leadBackTo(node: GraphNode, to: NodeId): boolean {
  const opened = openNode(node);
  if (!opened.ok || !opened.definition.jump || !opened.definition.rebind) return false;
  node.config = opened.definition.rebind(opened.config, (what, key) => (what === 'node' ? to : key));
  return true;
}
