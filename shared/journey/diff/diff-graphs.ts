import type { Json } from '../../json.ts';
import { openNode } from '../../nodes/registry.ts';
import { stableText } from '../../stable-json.ts';
import type { GraphNode, JourneyGraph, NodeId } from '../graph.ts';
import { findMoved } from './find-moved.ts';
import { readingOrder } from './reading-order.ts';

/** One value that differs: where it stands, and what it was and is (`undefined`: nothing stood there). */
export interface Part {
  path: readonly string[];
  before: Json | undefined;
  after: Json | undefined;
}

/** What has become of one node. A node that stayed may have moved, changed, or both. */
export type NodeDiff =
  | { node: NodeId; kind: 'added'; after: GraphNode }
  | { node: NodeId; kind: 'removed'; before: GraphNode }
  | { node: NodeId; kind: 'stayed'; before: GraphNode; after: GraphNode; parts: readonly Part[]; moved: boolean };

/** Where a port of a node that stayed leads, if it led elsewhere. Additions, removals and moves are its reason. */
export interface WayDiff {
  node: NodeId;
  port: string;
  before: NodeId | null | undefined;
  after: NodeId | null | undefined;
}

/** Everything in which two journeys differ; empty lists when they are the same. */
export interface GraphDiff {
  /** In reading order of the later graph; what was removed stands behind what it followed. */
  nodes: readonly NodeDiff[];
  /** Name, settings, start. */
  settings: readonly Part[];
  ways: readonly WayDiff[];
}

/** Notes on the canvas are for colleagues: they are no change of the journey. */
const ASIDE = new Set(['nodes', 'settings', 'notes']);

/** Compares two journeys by the ids of their nodes. The order of keys means nothing; neither do notes on the canvas. */
export function diffGraphs(before: JourneyGraph, after: JourneyGraph): GraphDiff {
  const moved = findMoved(before, after);
  const nodes = readingOrder(before, after).flatMap((node): NodeDiff[] => {
    const [old, now] = [before.nodes[node], after.nodes[node]];
    if (!old) return now ? [{ node, kind: 'added', after: now }] : [];
    if (!now) return [{ node, kind: 'removed', before: old }];
    const parts = partsOf(old, now);
    if (parts.length === 0 && !moved.has(node)) return [];
    return [{ node, kind: 'stayed', before: old, after: now, parts, moved: moved.has(node) }];
  });
  const settings = [
    ...compare(before, after, [], ASIDE),
    ...compare(before.settings, after.settings, ['settings']),
  ] satisfies Part[];
  return { nodes, settings, ways: waysOf(before, after) };
}

export const isEmptyDiff = ({ nodes, settings, ways }: GraphDiff): boolean =>
  nodes.length === 0 && settings.length === 0 && ways.length === 0;

const APART = new Set(['config', 'next']);

/** What differs in one node, but where it leads. An upgraded configuration that says the same does not differ. */
function partsOf(before: GraphNode, after: GraphNode): Part[] {
  const own = compare(before, after, [], APART);
  const config = compare(before.config, after.config, ['config']);
  const changes = [...own, ...config];
  if (changes.every(({ path }) => path[0] === 'config' || path[0] === 'version') && sayTheSame(before, after))
    return [];
  return changes;
}

function sayTheSame(before: GraphNode, after: GraphNode): boolean {
  const [a, b] = [openNode(before), openNode(after)];
  return a.ok && b.ok && a.definition === b.definition && stableText(a.config) === stableText(b.config);
}

function compare(before: object, after: object, path: readonly string[], except?: ReadonlySet<string>): Part[] {
  const [a, b] = [before as Record<string, Json | undefined>, after as Record<string, Json | undefined>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !except?.has(key) && stableText(a[key]) !== stableText(b[key]))
    .map((key) => ({ path: [...path, key], before: a[key], after: b[key] }));
}

const waysOf = (before: JourneyGraph, after: JourneyGraph): WayDiff[] =>
  Object.entries(after.nodes).flatMap(([node, { next }]) => {
    const old = before.nodes[node]?.next;
    if (!old) return [];
    return [...new Set([...Object.keys(old), ...Object.keys(next)])]
      .filter((port) => (old[port] ?? null) !== (next[port] ?? null))
      .map((port) => ({ node, port, before: old[port], after: next[port] }));
  });
