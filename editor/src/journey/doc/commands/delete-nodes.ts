import type { GraphNode, JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { portsOf } from '../ports.ts';
import { unchanged } from '../put.ts';
import { reachedFrom } from '../reach.ts';
import { aboutSome } from '../titles.ts';

export interface DeleteNodes {
  ids: readonly NodeId[];
  /** true: what came before leads on to what comes after. false: everything that only these nodes lead to goes too. */
  heal: boolean;
  /** Which port's continuation stays when a node with several is healed; otherwise the first that leads anywhere. */
  keep?: string;
  /** They went to the clipboard. */
  cut?: boolean;
}

/** Takes nodes out. The start stays. Nodes that nobody would reach any more go with them. */
export const deleteNodes = defineCommand<DeleteNodes>({
  reduce(draft, { ids, heal, keep }) {
    const graph = unchanged(draft);
    const gone = new Set(ids.filter((id) => id !== graph.start && graph.nodes[id]));
    const follow = heal ? follower(graph, gone, keep) : () => null;
    const healed: Record<NodeId, GraphNode> = {};
    for (const [id, node] of Object.entries(graph.nodes)) if (!gone.has(id)) healed[id] = led(node, gone, follow);
    const lost = lostNodes(graph, { ...graph, nodes: healed }, heal ? [] : gone);
    for (const id of Object.keys(graph.nodes)) {
      if (!healed[id] || lost.has(id)) delete draft.nodes[id];
      else if (healed[id] !== graph.nodes[id]) draft.nodes[id]!.next = healed[id].next;
    }
  },
  label: (graph, { ids, cut }) =>
    aboutSome(
      graph,
      ids,
      (what) => `${what}を${cut ? '切り取り' : '削除'}`,
      (what) => `${cut ? 'Cut' : 'Delete'} ${what}`,
    ),
});

/** What stands in place of a node that goes: the nearest one behind it that stays. */
function follower(graph: JourneyGraph, gone: ReadonlySet<NodeId>, keep: string | undefined) {
  const known = new Map<NodeId, NodeId | null>();
  return (id: NodeId): NodeId | null => {
    const passed: NodeId[] = [];
    let at: NodeId | null = id;
    while (at !== null && gone.has(at) && !known.has(at) && !passed.includes(at)) {
      passed.push(at);
      at = onwards(graph, graph.nodes[at]!, keep);
    }
    const found = at === null || !gone.has(at) ? at : (known.get(at) ?? null);
    for (const each of passed) known.set(each, found);
    return found;
  };
}

function onwards(graph: JourneyGraph, { next, ...node }: GraphNode, keep: string | undefined): NodeId | null {
  const kept = keep !== undefined && keep in next ? [keep] : portsOf({ ...node, next }).map(({ id }) => id);
  return kept.map((port) => next[port]).find((to) => to && graph.nodes[to]) ?? null;
}

/** The node with its ways into what goes led elsewhere; the same object if none are. */
function led(node: GraphNode, gone: ReadonlySet<NodeId>, follow: (id: NodeId) => NodeId | null): GraphNode {
  const ways = Object.entries(node.next);
  if (!ways.some(([, to]) => to && gone.has(to))) return node;
  return { ...node, next: Object.fromEntries(ways.map(([port, to]) => [port, to && gone.has(to) ? follow(to) : to])) };
}

/** What was held, by the start or behind nodes that go with all they lead to, and is not any more. */
function lostNodes(before: JourneyGraph, after: JourneyGraph, cutOff: Iterable<NodeId>): Set<NodeId> {
  const held = reachedFrom(before, [before.start, ...cutOff]);
  const loose = Object.keys(after.nodes).filter((id) => !held.has(id));
  const still = reachedFrom(after, [after.start, ...loose]);
  return new Set([...held].filter((id) => !still.has(id)));
}
