import { openNode } from '../../nodes/registry.ts';
import type { JourneyGraph } from '../graph.ts';

/** Keys of the templates that a journey's nodes send. */
export const templatesIn = (graph: JourneyGraph): string[] => [
  ...new Set(
    Object.values(graph.nodes).flatMap((node) => {
      const opened = openNode(node);
      return opened.ok ? (opened.definition.templates?.(opened.config) ?? []) : [];
    }),
  ),
];

/** Keys of all templates and segments that a journey needs: what it sends, and what its conditions and triggers name. */
export function mentionedIn(graph: JourneyGraph): { templates: string[]; segments: string[] } {
  const named = { template: new Set(templatesIn(graph)), segment: new Set<string>() };
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (value === null || typeof value !== 'object') return;
    for (const [key, part] of Object.entries(value)) {
      if ((key === 'template' || key === 'segment') && typeof part === 'string' && part !== '') named[key].add(part);
      else look(part);
    }
  };
  for (const node of Object.values(graph.nodes)) look(node.config);
  look(graph.settings);
  return { templates: [...named.template].toSorted(), segments: [...named.segment].toSorted() };
}
