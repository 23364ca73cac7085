import type { Locale } from '../../locale.ts';
import { openNode } from '../../nodes/registry.ts';
import { titleOf } from '../../nodes/title.ts';
import type { JourneyGraph, NodeId } from '../graph.ts';

/** Where a node stands, by what leads to it: 「分岐」の「なし」の後. */
export function placeWords(graph: JourneyGraph, id: NodeId, locale: Locale): string {
  const ja = locale === 'ja';
  const places = Object.values(graph.nodes).flatMap((from) =>
    Object.entries(from.next).flatMap(([port, to]) => {
      if (to !== id) return [];
      const title = titleOf(from)[locale];
      const label = portLabel(from, port, locale);
      if (ja) return label ? `「${title}」の「${label}」の後` : `「${title}」の後`;
      return label ? `after “${title}” → “${label}”` : `after “${title}”`;
    }),
  );
  if (places.length === 0) return ja ? 'どこからもつながっていません' : 'nothing leads to it';
  return places.join(ja ? '、' : ', ');
}

/** What a port is called, where a node has several. */
function portLabel(node: JourneyGraph['nodes'][string], port: string, locale: Locale): string | undefined {
  const opened = openNode(node);
  const ports = opened.ok ? opened.definition.ports(opened.config) : [];
  return ports.length > 1 ? (ports.find(({ id }) => id === port)?.label[locale] ?? port) : undefined;
}
