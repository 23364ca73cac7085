import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';

const UNKNOWN: Words = { ja: '不明な手順', en: 'Unknown node' };

/** What a node is called: its own name, else its type's. */
export const titleOf = (node: GraphNode | undefined): Words => {
  if (node?.name) return { ja: node.name, en: node.name };
  return (node && findNodeType(node.type)?.label) ?? UNKNOWN;
};

/** A label that quotes one node: 「待つ」を削除, Delete “Wait”. */
export const about = (
  graph: JourneyGraph,
  id: NodeId,
  ja: (name: string) => string,
  en: (name: string) => string,
): Words => {
  const title = titleOf(graph.nodes[id]);
  return { ja: ja(`「${title.ja}」`), en: en(`“${title.en}”`) };
};
