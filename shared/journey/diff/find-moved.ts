import type { JourneyGraph, NodeId } from '../graph.ts';
import { orderOf } from './reading-order.ts';

/**
 * Nodes that stand elsewhere although nothing around them was added or removed: the fewest whose order has changed
 * (longest increasing subsequence), and those that other kept nodes lead to now. O(n log n) and one walk of the edges.
 */
export function findMoved(before: JourneyGraph, after: JourneyGraph): Set<NodeId> {
  const place = new Map(orderOf(before).map((id, i) => [id, i]));
  const common = orderOf(after).filter((id) => place.has(id));
  const inPlace = longestRise(common.map((id) => place.get(id)!));
  const moved = new Set(common.filter((_, i) => !inPlace.has(i)));
  const kept = new Set(common.filter((id) => !moved.has(id)));
  const [was, is] = [entriesOf(before, kept), entriesOf(after, kept)];
  for (const id of kept) if (was(id) !== is(id)) moved.add(id);
  return moved;
}

/** By which ports of kept nodes a kept node is reached, straight or through nodes that are not kept. */
function entriesOf(graph: JourneyGraph, kept: ReadonlySet<NodeId>): (id: NodeId) => string {
  const into = new Map<NodeId, { from: NodeId; port: string }[]>();
  for (const [from, { next }] of Object.entries(graph.nodes))
    for (const [port, to] of Object.entries(next)) if (to) into.set(to, [...(into.get(to) ?? []), { from, port }]);
  return (id) => {
    const found = new Set<string>();
    const seen = new Set<NodeId>();
    const open = [id];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const { from, port } of into.get(at) ?? []) {
        if (kept.has(from)) found.add(JSON.stringify([from, port]));
        else if (!seen.has(from)) {
          seen.add(from);
          open.push(from);
        }
      }
    return [...found].toSorted().join();
  };
}

/** Positions of a longest run of ever greater numbers. */
function longestRise(list: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  list.forEach((value, i) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  });
  const rise = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) rise.add(i);
  return rise;
}
