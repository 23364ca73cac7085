import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { blocksOf, type Block } from './layout/blocks.ts';
import { dominatorsOf } from './layout/dominators.ts';
import { fold, type Pill } from './layout/folds.ts';
import { depthOf, heightOf } from './layout/height.ts';
import { isSame, isSamePill, isSamePlace, isSameRoute, kept } from './layout/kept.ts';
import { routesFrom, type Standing } from './layout/routes-from.ts';
import type { Point, Route } from './layout/routes.ts';
import { CARD_HEIGHT, CARD_WIDTH, ROW_GAP, TRAY_GAP } from './layout/sizes.ts';
import { TRAY_ROOT, walkFromStart, walkTray, type Walk } from './layout/walk.ts';

/** Where a card stands: its upper left corner and height. */
export interface Place extends Point {
  height: number;
}

/** Everything the canvas draws, computed from the graph alone. Objects that did not change keep their identity. */
export interface Layout {
  places: ReadonlyMap<NodeId, Place>;
  routes: ReadonlyMap<string, Route>;
  /** Where the heading over unconnected nodes stands; null without any. */
  tray: Point | null;
  /** Folded branches; their places are among the others. */
  pills: ReadonlyMap<string, Pill>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Layered layout from top to bottom in O(V+E): rows by longest path, branches in the order of their ports, meeting
 * nodes below what leads to them, unconnected fragments in a tray at the right. Ways in `folded` end in a pill.
 * Deterministic.
 */
export function layoutOf(journey: JourneyGraph, before?: Layout, folded = NONE): Layout {
  const { graph, pills } = fold(journey, folded);
  const main = walkFromStart(graph);
  const standing: Standing = { places: new Map(), lanes: new Map(), merges: new Set() };
  const { places } = standing;
  const start = main.order[0];
  const right = start === undefined ? 0 : arrange(graph, main, start, { x: 0, y: 0 }, standing);
  const loose = walkTray(graph, new Set(main.order));
  const tray = loose ? { x: right + TRAY_GAP, y: 0 } : null;
  if (loose && tray) arrange(graph, loose, TRAY_ROOT, { x: tray.x, y: 48 }, standing);
  const routes = new Map<string, Route>();
  for (const id of places.keys()) for (const route of routesFrom(graph, id, standing)) routes.set(route.id, route);
  const layout: Layout = {
    places: kept(places, before?.places, isSamePlace),
    routes: kept(routes, before?.routes, isSameRoute),
    tray,
    pills: kept(pills, before?.pills, isSamePill),
  };
  return before && isSame(layout, before) ? before : layout;
}

/** Places all cards of a walk below a point (its left edge for the tray, its middle for the journey); answers its right edge. */
function arrange(
  graph: JourneyGraph,
  walk: Walk,
  root: NodeId,
  at: Point,
  { places, lanes, merges }: Standing,
): number {
  const tree = dominatorsOf(walk);
  for (const id of tree.merges) merges.add(id);
  const blocks = blocksOf(walk, tree);
  const spots = new Map<NodeId, { x: number; row: number; block: Block }>();
  const top = blocks.get(root);
  if (!top) return at.x;
  const isTray = root === TRAY_ROOT;
  spots.set(root, { x: isTray ? at.x + top.left : at.x, row: isTray ? -1 : 0, block: top });
  const rows: number[] = [];
  for (const id of walk.order) {
    const spot = spots.get(id);
    if (!spot) continue;
    if (id !== TRAY_ROOT) rows[spot.row] = Math.max(rows[spot.row] ?? 0, depthOf(graph, id));
    for (const child of spot.block.children) {
      const block = blocks.get(child.id);
      if (block) spots.set(child.id, { x: spot.x + child.dx, row: spot.row + child.down, block });
    }
  }
  const tops = rowTops(rows, at.y);
  for (const [id, { x, row, block }] of spots) {
    if (id === TRAY_ROOT) continue;
    places.set(id, { x: x - CARD_WIDTH / 2, y: tops[row] ?? at.y, height: heightOf(graph, id) });
    lanes.set(id, block.lanes);
  }
  return (isTray ? at.x + top.left : at.x) + top.right;
}

function rowTops(rows: readonly number[], from: number): number[] {
  let y = from;
  return Array.from(rows, (height) => {
    const top = y;
    y += (height ?? CARD_HEIGHT) + ROW_GAP;
    return top;
  });
}
