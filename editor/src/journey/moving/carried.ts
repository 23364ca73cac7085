import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { fragmentOf } from '../doc/fragment.ts';
import { isPiece, pieceOf } from '../doc/piece.ts';
import type { PortRef } from '../doc/ports.ts';
import { judgeCopy, judgeMove, slotsOf, type Judge } from '../doc/slots.ts';
import { routeId } from '../layout/routes.ts';

/** What somebody has picked up to put it somewhere else. */
export interface Carried {
  /** What was asked for. */
  ids: readonly NodeId[];
  /** All that comes along. */
  piece: ReadonlySet<NodeId>;
  head: NodeId;
  how: 'drag' | 'keys';
  /** Whether the original stays. */
  copies: boolean;
  /** Where it may be put, by the ids of the routes, in reading order. */
  slots: ReadonlyMap<string, PortRef>;
  judge: Judge;
  /** The first of them behind the place it is taken from. */
  nearby: string | undefined;
}

/** Picks nodes up; answers why they cannot be. */
export function pickUp(
  graph: JourneyGraph,
  ids: readonly NodeId[],
  { how, copies }: Pick<Carried, 'how' | 'copies'>,
): Carried | { because: Words } {
  const piece = pieceOf(graph, ids);
  if (!isPiece(piece)) return piece;
  const fragment = copies ? fragmentOf(graph, piece.ids) : undefined;
  const judge = fragment ? judgeCopy(graph, fragment) : judgeMove(graph, piece);
  const all = slotsOf(graph);
  const here = all.findIndex(({ node }) => node === piece.head);
  const slots = new Map<string, PortRef>();
  let nearby: string | undefined;
  all.forEach((slot, i) => {
    if (judge(slot)) return;
    slots.set(routeId(slot), slot);
    if (i > here) nearby ??= routeId(slot);
  });
  return { ids, piece: piece.ids, head: piece.head, how, copies, slots, judge, nearby };
}
