import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

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
