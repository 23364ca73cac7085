import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from './doc/ports.ts';
import { blocksOf, type Block } from './layout/blocks.ts';
import { dominatorsOf } from './layout/dominators.ts';
import { routeOf, type Point, type Route } from './layout/routes.ts';
import { CARD_HEIGHT, CARD_WIDTH, END_HEIGHT, ROW_GAP, TRAY_GAP } from './layout/sizes.ts';
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
}

/**
 * Layered layout from top to bottom in O(V+E): rows by longest path, branches in the order of their ports, meeting
 * nodes below what leads to them, unconnected fragments in a tray at the right. Deterministic.
 */
export function layoutOf(graph: JourneyGraph, before?: Layout): Layout {
  const main = walkFromStart(graph);
  const places = new Map<NodeId, Place>();
  const lanes = new Map<NodeId, ReadonlyMap<string, number>>();
  const start = main.order[0];
  const right = start === undefined ? 0 : arrange(graph, main, start, { x: 0, y: 0 }, places, lanes);
  const loose = walkTray(graph, new Set(main.order));
  const tray = loose ? { x: right + TRAY_GAP, y: 0 } : null;
  if (loose && tray) arrange(graph, loose, TRAY_ROOT, { x: tray.x, y: 48 }, places, lanes);
  const routes = new Map<string, Route>();
  for (const id of places.keys()) for (const route of routesFrom(graph, id, places, lanes)) routes.set(route.id, route);
  const layout = { places: kept(places, before?.places), routes: kept(routes, before?.routes), tray };
  return before && isSame(layout, before) ? before : layout;
}

/** Places all cards of a walk below a point (its left edge for the tray, its middle for the journey); answers its right edge. */
function arrange(
  graph: JourneyGraph,
  walk: Walk,
  root: NodeId,
  at: Point,
  places: Map<NodeId, Place>,
  lanes: Map<NodeId, ReadonlyMap<string, number>>,
): number {
  const blocks = blocksOf(walk, dominatorsOf(walk));
  const spots = new Map<NodeId, { x: number; row: number; block: Block }>();
  const top = blocks.get(root);
  if (!top) return at.x;
  const isTray = root === TRAY_ROOT;
  spots.set(root, { x: isTray ? at.x + top.left : at.x, row: isTray ? -1 : 0, block: top });
  const rows: number[] = [];
  for (const id of walk.order) {
    const spot = spots.get(id);
    if (!spot) continue;
    if (id !== TRAY_ROOT) rows[spot.row] = Math.max(rows[spot.row] ?? 0, heightOf(graph, id));
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

const heightOf = (graph: JourneyGraph, id: NodeId): number => {
  const node = graph.nodes[id];
  return node && portsOf(node).length === 0 ? END_HEIGHT : CARD_HEIGHT;
};

function routesFrom(
  graph: JourneyGraph,
  id: NodeId,
  places: ReadonlyMap<NodeId, Place>,
  lanes: ReadonlyMap<NodeId, ReadonlyMap<string, number>>,
): Route[] {
  const [node, place] = [graph.nodes[id], places.get(id)];
  if (!node || !place) return [];
  const out = { x: place.x + CARD_WIDTH / 2, y: place.y + place.height };
  const ports = portsOf(node);
  return ports.map(({ id: port }) => {
    const target = node.next[port];
    const reached = target ? places.get(target) : undefined;
    const into = reached && { x: reached.x + CARD_WIDTH / 2, y: reached.y };
    const lane = out.x + (lanes.get(id)?.get(port) ?? 0);
    const to = reached && target ? target : null;
    return routeOf({ from: { node: id, port }, to, out, lane, into, several: ports.length > 1 });
  });
}

/** Whether nothing has moved, so that nothing need be drawn again. */
const isSame = (a: Layout, b: Layout): boolean =>
  a.tray?.x === b.tray?.x && hasSameValues(a.places, b.places) && hasSameValues(a.routes, b.routes);

const hasSameValues = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

/** The new map, with the old value wherever nothing changed. */
function kept<T>(now: Map<string, T>, before: ReadonlyMap<string, T> | undefined): Map<string, T> {
  if (!before) return now;
  for (const [key, value] of now) {
    const old = before.get(key);
    if (old && JSON.stringify(old) === JSON.stringify(value)) now.set(key, old);
  }
  return now;
}
