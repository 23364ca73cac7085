import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Dominators } from './dominators.ts';
import { CARD_WIDTH, COLUMN_GAP, LANE_WIDTH } from './sizes.ts';
import { TRAY_ROOT, type Walk, type Way } from './walk.ts';

/** A node with everything that hangs under it. Distances are measured from the middle of its card. */
export interface Block {
  left: number;
  right: number;
  /** Rows, its own included. */
  depth: number;
  /** Where each way goes down, per port. */
  lanes: ReadonlyMap<string, number>;
  /** Blocks under this one: sideways distance and rows below. */
  children: readonly { id: NodeId; dx: number; down: number }[];
}

interface Taken {
  from: number;
  to: number;
  bottom: number;
}

/**
 * Blocks of all nodes, from the bottom up: branches side by side in the order of their ports, and where branches meet
 * again, the meeting node below the middle of what leads to it, deep enough to touch nothing.
 */
export function blocksOf(walk: Walk, tree: Dominators): Map<NodeId, Block> {
  const blocks = new Map<NodeId, Block>();
  for (const id of walk.order.toReversed()) blocks.set(id, blockOf(id, walk, tree, blocks));
  return blocks;
}

function blockOf(id: NodeId, walk: Walk, tree: Dominators, blocks: ReadonlyMap<NodeId, Block>): Block {
  const ways = walk.ways.get(id) ?? [];
  const columns = ways.map((way) => ({ way, ...columnOf(way, tree, blocks) }));
  let edge = 0;
  const middles = columns.map(({ left, right }) => {
    const middle = edge + left;
    edge = middle + right + COLUMN_GAP;
    return middle;
  });
  const centre = ((middles[0] ?? 0) + (middles.at(-1) ?? 0)) / 2;
  const lanes = new Map<string, number>();
  const children: { id: NodeId; dx: number; down: number }[] = [];
  const taken: Taken[] = [];
  const childOf = new Map<NodeId, { dx: number; bottom: number }>();
  columns.forEach(({ way, head, left, right }, i) => {
    const dx = (middles[i] ?? 0) - centre;
    lanes.set(way.port, dx);
    const bottom = 1 + (head?.depth ?? (way.to === null ? 1 : 0));
    taken.push({ from: dx - left, to: dx + right, bottom });
    if (!head || way.to === null) return;
    children.push({ id: way.to, dx, down: 1 });
    childOf.set(way.to, { dx, bottom });
  });
  for (const merge of (tree.under.get(id) ?? []).filter((each) => tree.merges.has(each))) {
    const block = blocks.get(merge);
    if (!block) continue;
    const feeders = (tree.into.get(merge) ?? []).map((from) => childOf.get(childAbove(from, id, tree)));
    const direct = ways.filter(({ to, leads }) => leads && to === merge).map(({ port }) => lanes.get(port) ?? 0);
    const middles = [...feeders.flatMap((feeder) => feeder?.dx ?? []), ...direct];
    const dx = (Math.min(...middles) + Math.max(...middles)) / 2;
    const [from, to] = [dx - block.left, dx + block.right];
    const below = [
      ...feeders.map((feeder) => feeder?.bottom ?? 1),
      ...taken
        .filter((other) => other.from < to + COLUMN_GAP && from - COLUMN_GAP < other.to)
        .map(({ bottom }) => bottom),
    ];
    const down = Math.max(1, ...below);
    const bottom = down + block.depth;
    taken.push({ from, to, bottom });
    children.push({ id: merge, dx, down });
    childOf.set(merge, { dx, bottom });
  }
  const own = id === TRAY_ROOT ? 0 : CARD_WIDTH / 2;
  return {
    left: Math.max(own, ...taken.map(({ from }) => -from)),
    right: Math.max(own, ...taken.map(({ to }) => to)),
    depth: Math.max(1, ...[...childOf.values()].map(({ bottom }) => bottom)),
    lanes,
    children,
  };
}

/** The way's own head with its block, or just a lane. */
function columnOf(way: Way, tree: Dominators, blocks: ReadonlyMap<NodeId, Block>) {
  const head = way.leads && way.to !== null && !tree.merges.has(way.to) ? blocks.get(way.to) : undefined;
  if (head) return { head, left: head.left, right: head.right };
  return { head: undefined, left: LANE_WIDTH / 2, right: LANE_WIDTH / 2 };
}

/** Which node directly under `top` the node `from` hangs under. */
function childAbove(from: NodeId, top: NodeId, { above }: Dominators): NodeId {
  let id = from;
  for (let next = above.get(id); next !== undefined && next !== top; next = above.get(id)) id = next;
  return id;
}
