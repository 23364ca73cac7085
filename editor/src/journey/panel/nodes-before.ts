import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import type { NodeBefore } from '@tabiji/shared/nodes/define-view.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { portsInto } from '../doc/ports.ts';
import { mention } from '../doc/mention.ts';

/** The nodes customers may have passed before this one, nearest first. Equal names are told apart by their order. */
export function nodesBefore(graph: JourneyGraph, id: NodeId, locale: Locale, known: NamesOf): NodeBefore[] {
  const seen = new Set<NodeId>([id]);
  let row = [id];
  while (row.length > 0) {
    row = row.flatMap((each) => portsInto(graph, each).map(({ node }) => node)).filter((each) => !seen.has(each));
    for (const each of row) seen.add(each);
  }
  const found = [...seen].slice(1);
  const names = found.map((each) => mention(graph.nodes[each], locale, known));
  return found.map((each, i) => {
    const name = names[i] ?? each;
    const same = names.filter((other) => other === name).length;
    const nth = names.slice(i).filter((other) => other === name).length;
    const node = graph.nodes[each];
    return {
      id: each,
      name: same > 1 ? `${name} ${nth}` : name,
      sends: node !== undefined && findNodeType(node.type)?.group === 'send',
      starts: each === graph.start,
    };
  });
}
