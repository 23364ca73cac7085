import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { fragmentOf, renewed } from '../fragment.ts';
import { isPiece, pieceOf } from '../piece.ts';
import { portsOf, type PortRef } from '../ports.ts';
import { addNodes, lead, unchanged } from '../put.ts';
import { aboutSome } from '../titles.ts';

/**
 * Puts copies directly behind the originals, under the ids of `as`. What customers do not leave has nothing behind it,
 * and nodes that are no piece no one place: their copies lie in the tray.
 */
export const duplicate = defineCommand<{ ids: readonly NodeId[]; as: Readonly<Record<NodeId, NodeId>>; salt: string }>({
  reduce(draft, { ids, as, salt }) {
    const graph = unchanged(draft);
    const original = fragmentOf(graph, ids);
    if (!original) return;
    const copy = renewed(original, as, salt);
    const [head, ...others] = copy.heads;
    if (head === undefined || !addNodes(draft, copy) || others.length > 0) return;
    const { ways, after } = behind(graph, Object.keys(original.nodes));
    if (ways.length === 0) return;
    lead(draft, copy.tail, after);
    lead(draft, ways, head);
  },
  label: (graph, { ids }) =>
    aboutSome(
      graph,
      ids,
      (what) => `${what}を複製`,
      (what) => `Duplicate ${what}`,
    ),
});

/** The ways that lead on from what is copied: from one node the first, from a piece its tail. */
function behind(graph: JourneyGraph, ids: readonly NodeId[]): { ways: readonly PortRef[]; after: NodeId | null } {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) {
    const node = graph.nodes[only]!;
    const [first] = portsOf(node);
    return first
      ? { ways: [{ node: only, port: first.id }], after: node.next[first.id] ?? null }
      : { ways: [], after: null };
  }
  const piece = pieceOf(graph, ids);
  return isPiece(piece) ? { ways: piece.tail, after: piece.after } : { ways: [], after: null };
}
