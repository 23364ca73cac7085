import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';

/** Above the heads of unconnected fragments, so that they are laid out like branches. Not a valid node id. */
export const TRAY_ROOT = ' tray';

/** A way out of a node. `leads` is false at open ends, for ways back up, and for ways into another part. */
export interface Way {
  port: string;
  to: NodeId | null;
  leads: boolean;
}

/** Nodes in an order in which every way leads forward, first ports first, with their ways. */
export interface Walk {
  order: readonly NodeId[];
  ways: ReadonlyMap<NodeId, readonly Way[]>;
}

/** Walks everything below the start. Ways that would close a circle do not count as leading on. */
export const walkFromStart = (graph: JourneyGraph): Walk =>
  graph.nodes[graph.start] ? walk(graph, graph.start, new Set()) : { order: [], ways: new Map() };

/** Walks everything below a node, itself first. */
export const walkBelow = (graph: JourneyGraph, from: NodeId): Walk => walk(graph, from, new Set());

/** Walks what the start does not reach, from a root above the heads of all fragments; undefined if there is nothing. */
export function walkTray(graph: JourneyGraph, placed: ReadonlySet<NodeId>): Walk | undefined {
  const rest = Object.keys(graph.nodes).filter((id) => !placed.has(id));
  if (rest.length === 0) return undefined;
  const hasEntry = new Set(rest.flatMap((id) => Object.values(graph.nodes[id]?.next ?? {})));
  const heads = rest.filter((id) => !hasEntry.has(id));
  const reached = new Set(placed);
  for (const head of heads) for (const id of walk(graph, head, reached).order) reached.add(id);
  for (const id of rest) {
    if (reached.has(id)) continue; // only circles are left: any of their nodes may be the head
    heads.push(id);
    for (const each of walk(graph, id, reached).order) reached.add(each);
  }
  const ways = heads.map((to, i) => ({ port: String(i), to }));
  return walk(graph, TRAY_ROOT, placed, ways);
}

/** Depth first without recursion; the order is the reverse of the order in which nodes are finished. */
function walk(
  graph: JourneyGraph,
  root: NodeId,
  outside: ReadonlySet<NodeId>,
  rootWays?: { port: string; to: NodeId }[],
): Walk {
  const ways = new Map<NodeId, Way[]>();
  const finished: NodeId[] = [];
  const onPath = new Set<NodeId>();
  const open: { id: NodeId; at: number; ways: Way[] }[] = [];
  const enter = (id: NodeId) => {
    const listed = id === root && rootWays ? rootWays : waysOf(graph, id);
    const own = listed.map((way) => ({ ...way, leads: false }));
    ways.set(id, own);
    onPath.add(id);
    open.push({ id, at: own.length, ways: own });
  };
  enter(root);
  for (let turn = open.at(-1); turn; turn = open.at(-1)) {
    const way = turn.ways[--turn.at]; // last port first, so that the first comes first in the reverse
    if (!way) {
      open.pop();
      onPath.delete(turn.id);
      finished.push(turn.id);
    } else if (way.to !== null && !outside.has(way.to) && !onPath.has(way.to)) {
      way.leads = true;
      if (!ways.has(way.to)) enter(way.to);
    }
  }
  return { order: finished.toReversed(), ways };
}

function waysOf(graph: JourneyGraph, id: NodeId) {
  const node = graph.nodes[id];
  if (!node) return [];
  return portsOf(node).map(({ id: port }) => {
    const target = node.next[port];
    return { port, to: target && graph.nodes[target] ? target : null };
  });
}
