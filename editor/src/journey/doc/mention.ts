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

/** The same in lists of nodes without the drawing beside them, where two waits must be told apart: `待つ：3日後に進む`. */
export function mentionWithSummary(node: GraphNode | undefined, locale: Locale, names: NamesOf): string {
  const short = mention(node, locale, names);
  const opened = node && openNode(node);
  const summary = opened?.ok ? opened.definition.summary(opened.config, locale, names) : '';
  return summary === '' || summary === short ? short : `${short}${locale === 'ja' ? '：' : ': '}${summary}`;
}
