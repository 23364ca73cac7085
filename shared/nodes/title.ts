import type { GraphNode } from '../journey/graph.ts';
import type { Words } from '../locale.ts';
import { findNodeType } from './registry.ts';

const UNKNOWN: Words = { ja: '不明な手順', en: 'Unknown node' };

/** What a node is called: its own name, else its type's. */
export const titleOf = (node: GraphNode | undefined): Words => {
  if (node?.name) return { ja: node.name, en: node.name };
  return (node && findNodeType(node.type)?.label) ?? UNKNOWN;
};
