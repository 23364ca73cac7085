import { sorted } from '../../stable-json.ts';
import type { GraphNode, JourneyGraph } from '../graph.ts';
import type { Luggage } from './journey-file.ts';

const GRAPH_KEYS = ['schema', 'name', 'start', 'settings', 'nodes'];
const NODE_KEYS = ['type', 'version', 'name', 'note', 'disabled', 'config', 'next'];

/**
 * The text of a journey's file. The same journey always gives the same text, whatever the order of its keys: nodes by
 * id (n2 before n10), everything else in a fixed order, so that a changed node changes its own lines only.
 */
export function writeJourneyFile(graph: JourneyGraph, luggage?: Luggage): string {
  const ids = Object.keys(graph.nodes).toSorted(byNumber);
  const nodes = Object.fromEntries(ids.map((id) => [id, ordered(graph.nodes[id] as GraphNode, NODE_KEYS)]));
  const made = { ...ordered(graph, GRAPH_KEYS), nodes };
  const isEmpty = !luggage || Object.values(luggage).every((things) => Object.keys(things).length === 0);
  return `${JSON.stringify(isEmpty ? made : { ...made, with: sorted(luggage) }, null, 2)}\n`;
}

const byNumber = (a: string, b: string): number => {
  const compared = a.localeCompare(b, 'en', { numeric: true });
  return compared === 0 ? (a < b ? -1 : 1) : compared;
};

/** An object with known keys first, in their order, then the others by name. */
function ordered(value: object, first: readonly string[]): Record<string, unknown> {
  const all = value as Record<string, unknown>;
  const others = Object.keys(all).filter((key) => !first.includes(key));
  const keys = [...first.filter((key) => key in all), ...others.toSorted()];
  return Object.fromEntries(keys.map((key) => [key, sorted(all[key])]));
}
