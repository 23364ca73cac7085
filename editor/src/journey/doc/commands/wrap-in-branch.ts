import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { newNode } from '../new-node.ts';
import { isPiece, pieceOf } from '../piece.ts';
import { portsInto, portsOf } from '../ports.ts';
import { lead, unchanged } from '../put.ts';
import { aboutSome } from '../titles.ts';

export interface WrapInBranch {
  ids: readonly NodeId[];
  id: NodeId;
  /** Of the new node: a type with several ways out. */
  type: string;
  salt: string;
}

/** Puts a new branch before nodes: they are what happens on its first way; the others lead past them. */
export const wrapInBranch = defineCommand<WrapInBranch>({
  reduce(draft, { ids, id, type, salt }) {
    const graph = unchanged(draft);
    const piece = pieceOf(graph, ids);
    const made = newNode(type, salt);
    if (!isPiece(piece) || !made || draft.nodes[id]) return;
    const [first, ...others] = portsOf(made).map((port) => ({ node: id, port: port.id }));
    if (!first || others.length === 0) return;
    draft.nodes[id] = made;
    lead(draft, portsInto(graph, piece.head), id);
    lead(draft, [first], piece.head);
    lead(draft, others, piece.after);
  },
  label: (graph, { ids }) =>
    aboutSome(
      graph,
      ids,
      (what) => `${what}を分岐の中へ移動`,
      (what) => `Put ${what} into a branch`,
    ),
});
