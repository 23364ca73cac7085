import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import { isPiece, pieceOf } from '../piece.ts';
import { portsInto, type PortRef } from '../ports.ts';
import { lead, putBehind, unchanged } from '../put.ts';
import { judgeMove } from '../slots.ts';
import { aboutSome } from '../titles.ts';

/** Takes a node, a range or a branch with all its own out of its place and puts it behind a port. */
export const moveRange = defineCommand<{ ids: readonly NodeId[]; to: PortRef }>({
  reduce(draft, { ids, to }) {
    const graph = unchanged(draft);
    const piece = pieceOf(graph, ids);
    if (!isPiece(piece) || judgeMove(graph, piece)(to)) return;
    lead(draft, portsInto(graph, piece.head), piece.after);
    lead(draft, piece.tail, null);
    putBehind(draft, to, piece);
  },
  label: (graph, { ids }) =>
    aboutSome(
      graph,
      ids,
      (what) => `${what}を移動`,
      (what) => `Move ${what}`,
    ),
});
