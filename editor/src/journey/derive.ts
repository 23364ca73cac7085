import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Layout, Place } from './layout.ts';
import type { Point, Route } from './layout/routes.ts';
import { CARD_WIDTH } from './layout/sizes.ts';

/** Something placed on the canvas; looks up what it shows by `data.id`. */
export interface FlowNode {
  id: string;
  type: 'card' | 'open' | 'tray';
  position: Point;
  width: number;
  height: number;
  data: { id: string };
}

/** A line between two of them; its route is looked up by `data.id`. */
export interface FlowEdge {
  id: string;
  type: 'way';
  source: string;
  target: string;
  data: { id: string };
  /** A line is nothing to hear about; its ⊕ speaks for itself. */
  ariaRole: 'presentation';
  domAttributes: { 'aria-roledescription': undefined; 'aria-label': undefined };
}

export interface Flow {
  nodes: FlowNode[];
  edges: FlowEdge[];
}

/** Half the size of the spot that an open end occupies. */
const SPOT = 16;

/**
 * What the canvas draws, as nodes and edges. Objects whose place and kind did not change keep their identity from one
 * call to the next, so that only what moved is drawn again. One deriver per open journey.
 */
export function createDeriver(): (layout: Layout) => Flow {
  let nodes = new Map<string, FlowNode>();
  let edges = new Map<string, FlowEdge>();
  return ({ places, routes, tray }) => {
    const nextNodes = new Map<string, FlowNode>();
    const nextEdges = new Map<string, FlowEdge>();
    const keep = (node: FlowNode) => nextNodes.set(node.id, same(nodes.get(node.id), node) ?? node);
    for (const [id, place] of places) keep(cardNode(id, place));
    for (const route of routes.values()) {
      if (route.to === null) keep(openNode(route));
      const edge = wayEdge(route);
      const old = edges.get(edge.id);
      nextEdges.set(edge.id, old?.target === edge.target ? old : edge);
    }
    if (tray) keep({ id: ' tray', type: 'tray', position: tray, width: CARD_WIDTH, height: 32, data: { id: ' tray' } });
    [nodes, edges] = [nextNodes, nextEdges];
    return { nodes: [...nodes.values()], edges: [...edges.values()] };
  };
}

const cardNode = (id: NodeId, { x, y, height }: Place): FlowNode => ({
  id,
  type: 'card',
  position: { x, y },
  width: CARD_WIDTH,
  height,
  data: { id },
});

const openId = (route: Route) => `open ${route.id}`;

const openNode = (route: Route): FlowNode => ({
  id: openId(route),
  type: 'open',
  position: { x: route.plus.x - SPOT, y: route.plus.y - SPOT },
  width: 2 * SPOT,
  height: 2 * SPOT,
  data: { id: route.id },
});

const wayEdge = (route: Route): FlowEdge => ({
  id: route.id,
  type: 'way',
  source: route.from.node,
  target: route.to ?? openId(route),
  data: { id: route.id },
  ariaRole: 'presentation',
  domAttributes: { 'aria-roledescription': undefined, 'aria-label': undefined },
});

const same = (a: FlowNode | undefined, b: FlowNode): FlowNode | undefined =>
  a && a.type === b.type && a.height === b.height && a.position.x === b.position.x && a.position.y === b.position.y
    ? a
    : undefined;
