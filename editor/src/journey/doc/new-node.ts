import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { declaredPorts } from './follow-ports.ts';

/** A new node of a type, all its ways open; undefined for unknown types, and for the start. `salt` is nobody else's. */
export function newNode(type: string, salt: string): GraphNode | undefined {
  const definition = findNodeType(type);
  if (!definition?.inPicker) return undefined;
  const initial = structuredClone(definition.initial);
  const node: GraphNode = {
    type,
    ...(definition.version === 1 ? {} : { version: definition.version }),
    config: definition.fresh?.(initial, salt) ?? initial,
    next: {},
  };
  for (const port of declaredPorts(node)) node.next[port] = null;
  return node;
}
