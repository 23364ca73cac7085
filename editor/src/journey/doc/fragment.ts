import { findCycle } from '@tabiji/shared/journey/cycle.ts';
import { GraphNode, NodeId, type JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Rebind } from '@tabiji/shared/conditions/rebind.ts';
import { findNodeType, openNode } from '@tabiji/shared/nodes/registry.ts';
import { z } from 'zod';
import { isPiece, pieceOf } from './piece.ts';
import { portsOf, type PortRef } from './ports.ts';
import { reachedFrom } from './reach.ts';

const Slot = z.strictObject({ node: NodeId, port: z.string() });

/** Copied nodes with the ways among them. Ways to nodes that were not copied are open ends. */
export const Fragment = z.strictObject({
  nodes: z.record(NodeId, GraphNode).refine((nodes) => Object.keys(nodes).every((id) => !(id in {}))),
  /** The first of them stands where the copy is put. */
  heads: z.array(NodeId).min(1),
  /** Ways out that lead on to what follows where the copy is put. */
  tail: z.array(Slot),
});
export type Fragment = z.infer<typeof Fragment>;

/** Whether a fragment from elsewhere holds together: ways lead inside it, not in a circle, and no start is in it. */
export function isSound({ nodes, heads, tail }: Fragment): boolean {
  const all = Object.values(nodes);
  return (
    heads.length > 0 &&
    heads.every((id) => nodes[id]) &&
    all.every(({ type }) => findNodeType(type)?.group !== 'start') &&
    all.every(({ next }) => Object.values(next).every((to) => to === null || nodes[to])) &&
    tail.every(({ node, port }) => nodes[node]?.next[port] === null) &&
    !findCycle({ nodes })
  );
}

/** A copy of nodes; never of the start. Undefined when nothing is left to copy. */
export function fragmentOf(graph: JourneyGraph, ids: Iterable<NodeId>): Fragment | undefined {
  const taken = new Set([...ids].filter((id) => graph.nodes[id] && id !== graph.start));
  const nodes: Record<NodeId, GraphNode> = {};
  const entered = new Set<NodeId>();
  for (const id of Object.keys(graph.nodes)) {
    if (!taken.has(id)) continue;
    const copy = structuredClone(graph.nodes[id]!);
    for (const [port, to] of Object.entries(copy.next)) {
      if (to && taken.has(to)) entered.add(to);
      else copy.next[port] = null;
    }
    nodes[id] = copy;
  }
  const heads = [...taken].filter((id) => !entered.has(id));
  const [head] = heads;
  return head === undefined ? undefined : { nodes, heads, tail: tailOf(graph, taken, nodes, head) };
}

/** As the piece leads on where it stands; else by the first open end behind the head. */
function tailOf(graph: JourneyGraph, taken: ReadonlySet<NodeId>, nodes: Fragment['nodes'], head: NodeId): PortRef[] {
  const piece = pieceOf(graph, [...taken]);
  const below = reachedFrom({ nodes }, [head]);
  const own = isPiece(piece) ? piece.tail.filter(({ node }) => below.has(node)) : [];
  if (own.length > 0) return own;
  const ends = [...below].flatMap((node) =>
    portsOf(nodes[node]!).flatMap(({ id: port }) => (nodes[node]!.next[port] ? [] : [{ node, port }])),
  );
  return ends.slice(0, 1);
}

/**
 * The fragment as new nodes of a graph: with the ids of `as`, choices of their own (`salt` is nobody else's), and what
 * they mention of one another under the new ids. What they mention otherwise goes through `rebind`.
 */
export function renewed(
  fragment: Fragment,
  as: Readonly<Record<NodeId, NodeId>>,
  salt: string,
  rebind: Rebind = keep,
): Fragment {
  const name = (id: NodeId) => as[id] ?? id;
  const bind: Rebind = (what, key) =>
    key === '' ? key : what === 'node' && fragment.nodes[key] ? name(key) : rebind(what, key);
  const nodes = Object.entries(fragment.nodes).map(([id, node], i): [NodeId, GraphNode] => {
    const next = Object.entries(node.next).map(([port, to]) => [port, to === null ? null : name(to)] as const);
    return [name(id), { ...node, ...renewedConfig(node, bind, `${salt}-${i}`), next: Object.fromEntries(next) }];
  });
  return {
    nodes: Object.fromEntries(nodes),
    heads: fragment.heads.map(name),
    tail: fragment.tail.map(({ node, port }) => ({ node: name(node), port })),
  };
}

const keep: Rebind = (_, key) => key;

/** What cannot be read, of unknown types above all, is copied as it is. */
function renewedConfig(node: GraphNode, bind: Rebind, salt: string): Pick<GraphNode, 'config' | 'version'> {
  const opened = openNode(node);
  if (!opened.ok) return { config: structuredClone(node.config) };
  const { definition, config } = opened;
  const bound = definition.rebind?.(config, bind) ?? config;
  const { version } = definition;
  return { config: definition.fresh?.(bound, salt) ?? bound, ...(version === 1 ? {} : { version }) };
}
