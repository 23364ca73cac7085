import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';

/** How many nodes of a journey send mails. */
export const mailsOf = (graph: JourneyGraph): number =>
  Object.values(graph.nodes).filter((node) => {
    const opened = openNode(node);
    return opened.ok && (opened.definition.templates?.(opened.config) ?? []).length > 0;
  }).length;
