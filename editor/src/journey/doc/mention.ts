import type { GraphNode } from '@tabiji/shared/journey/graph.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** What a node is called where others mention it: a nameless mail by its template, so that mails are told apart. */
export function mention(node: GraphNode | undefined, locale: Locale, names: NamesOf): string {
  if (node && !node.name) {
    const opened = openNode(node);
    if (opened.ok && opened.definition.group === 'send' && !opened.definition.problems?.(opened.config, {}).length)
      return opened.definition.summary(opened.config, locale, names);
  }
  return titleOf(node)[locale];
}
