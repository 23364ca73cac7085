import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { walkBelow } from '../layout/walk.ts';
import { portsOf, type PortRef } from './ports.ts';
import { exclusiveTo, reachedFrom, targetsOf } from './reach.ts';

/**
 * Nodes that move together, entered at one of them only. A node with one way out moves alone. One with several takes
 * along what lies between it and the node at which its ways meet again, or all that lies only behind it.
 */
export interface Piece {
  head: NodeId;
  ids: ReadonlySet<NodeId>;
  /** Ways out of it that lead on, here to `after`; at another place they lead on to what follows there. */
  tail: readonly PortRef[];
  /** What follows it. */
  after: NodeId | null;
  /** Nodes outside that other ways in it join; they go on joining them. */
  joins: readonly NodeId[];
}

/** Why nodes cannot be moved together. */
export interface NoPiece {
  because: Words;
}

export const isPiece = (found: Piece | NoPiece): found is Piece => 'head' in found;

/** The piece that one node, or several along one path, belong to. */
export function pieceOf(graph: JourneyGraph, ids: readonly NodeId[]): Piece | NoPiece {
  const wanted = ids.filter((id) => graph.nodes[id]);
  if (wanted.includes(graph.start)) return no('開始の手順は動かせません。', 'The start stays where it is.');
  const [first] = wanted;
  if (first === undefined) return no('手順が選ばれていません。', 'No node is selected.');
  if (wanted.length === 1) return blockOf(graph, first);
  const range = rangeOf(graph, wanted);
  if (!range) return no('ひと続きの手順だけをまとめて動かせます。', 'Only nodes along one path can be moved together.');
  const [head, last] = range;
  const end = blockOf(graph, last);
  const behind = reachedFrom(graph, end.after === null ? [] : [end.after]);
  const block = new Set([...exclusiveTo(graph, head)].filter((id) => !behind.has(id)));
  if (wanted.some((id) => !block.has(id)))
    return no(
      '途中に別の道が合流しているので、まとめて動かせません。',
      'Another path joins in between, so these cannot be moved together.',
    );
  return outline(graph, head, block, end.after, end.after === null ? end.tail : undefined);
}

/** One node with what it takes along. */
function blockOf(graph: JourneyGraph, head: NodeId): Piece {
  const ports = portsOf(graph.nodes[head]!);
  if (ports.length <= 1) {
    const tail = ports.map(({ id }) => ({ node: head, port: id }));
    return outline(graph, head, new Set([head]), tail[0] ? (targetsOf(graph, head)[0] ?? null) : null, tail);
  }
  const own = exclusiveTo(graph, head);
  const { meet, between } = meetingOf(graph, head);
  if (meet !== null && [...between].every((id) => own.has(id))) return outline(graph, head, between, meet);
  const end = [...own].flatMap((id) => openEnds(graph, id)).slice(0, 1);
  return outline(graph, head, own, null, end);
}

/** The first node that all ways below `head` lead to, with the nodes before it; null where some way ends by itself. */
function meetingOf(graph: JourneyGraph, head: NodeId): { meet: NodeId | null; between: Set<NodeId> } {
  const between = new Set<NodeId>();
  const into = new Map<NodeId, number>();
  let open = 0;
  for (const id of walkBelow(graph, head).order) {
    if (between.size > 0 && into.get(id) === open) return { meet: id, between };
    open -= into.get(id) ?? 0;
    between.add(id);
    const ways = portsOf(graph.nodes[id]!).map((port) => graph.nodes[id]!.next[port.id]);
    const targets = ways.filter((to): to is NodeId => Boolean(to && graph.nodes[to]));
    if (targets.length === 0 || targets.length < ways.length) break;
    for (const to of targets) into.set(to, (into.get(to) ?? 0) + 1);
    open += targets.length;
  }
  return { meet: null, between };
}

function outline(
  graph: JourneyGraph,
  head: NodeId,
  ids: ReadonlySet<NodeId>,
  after: NodeId | null,
  ends?: readonly PortRef[],
): Piece {
  const out = [...ids].flatMap((node) =>
    portsOf(graph.nodes[node]!).flatMap(({ id: port }) => {
      const to = graph.nodes[node]!.next[port];
      return to && graph.nodes[to] && !ids.has(to) ? [{ node, port, to }] : [];
    }),
  );
  const tail = ends ?? out.filter(({ to }) => to === after).map(({ node, port }) => ({ node, port }));
  const joins = [...new Set(out.map(({ to }) => to))].filter((to) => to !== after);
  return { head, ids, tail, after, joins };
}

const openEnds = (graph: JourneyGraph, id: NodeId): PortRef[] =>
  portsOf(graph.nodes[id]!).flatMap(({ id: port }) => {
    const to = graph.nodes[id]!.next[port];
    return to && graph.nodes[to] ? [] : [{ node: id, port }];
  });

/** First and last of nodes of which each leads to the next (through others, perhaps); undefined for other sets. */
function rangeOf(graph: JourneyGraph, ids: readonly NodeId[]): [NodeId, NodeId] | undefined {
  const behind = reachedFrom(
    graph,
    ids.flatMap((id) => targetsOf(graph, id)),
  );
  const [head, ...others] = ids.filter((id) => !behind.has(id));
  if (head === undefined || others.length > 0) return undefined;
  const all = new Set(ids);
  const order = walkBelow(graph, head).order.filter((id) => all.has(id));
  return [head, order.at(-1) ?? head];
}

const no = (ja: string, en: string): NoPiece => ({ because: { ja, en } });
