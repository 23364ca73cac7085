import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** A label that quotes one node: 「待つ」を削除, Delete “Wait”. */
export const about = (
  graph: Pick<JourneyGraph, 'nodes'>,
  id: NodeId,
  ja: (name: string) => string,
  en: (name: string) => string,
): Words => {
  const title = titleOf(graph.nodes[id]);
  return { ja: ja(`「${title.ja}」`), en: en(`“${title.en}”`) };
};

/** The same of several: one is quoted, more are counted. */
export const aboutSome = (
  graph: Pick<JourneyGraph, 'nodes'>,
  ids: readonly NodeId[],
  ja: (name: string) => string,
  en: (name: string) => string,
): Words => {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return about(graph, only, ja, en);
  return { ja: ja(`${ids.length}件の手順`), en: en(`${ids.length} nodes`) };
};
