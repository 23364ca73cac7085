import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { itemsOf } from '../outline/items.ts';
import { rowsOf, type Row } from '../outline/rows.ts';

const NOTHING: ReadonlySet<string> = new Set();

/** The table's rows in reading order, and the number of each step, by which drawing and table belong together. */
export function numbered(graph: JourneyGraph): { rows: readonly Row[]; numbers: ReadonlyMap<NodeId, number> } {
  const rows = rowsOf(itemsOf(graph), NOTHING);
  const nodes = rows.flatMap(({ item }) => (item.kind === 'node' ? [item.id] : []));
  return { rows, numbers: new Map(nodes.map((id, i) => [id, i + 1])) };
}
